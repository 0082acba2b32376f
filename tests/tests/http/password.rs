//! A member's own password: changed with the one so far, and every other log-in ends.

use redress_tests::{OWNER, PASSWORD, each_database};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_takes_the_old_one_and_ends_every_other_session() {
    each_database(async |server| {
        let here = server.owner().await;
        let there = server.post("/admin/login", &[("email", OWNER), ("password", PASSWORD)]).await.cookie();
        let page = "/admin/account";
        let new = "quite another few words";
        for (current, password, field) in
            [("not the password", new, "current"), (PASSWORD, "short", "password"), ("", "", "current")]
        {
            let refused = server.post_as(&here, page, &[("current", current), ("password", password)]).await;
            assert_eq!(refused.status, 422, "{field}");
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
            assert!(!refused.text.contains(new), "what was typed is forgotten");
        }
        assert_eq!(server.get_as(&there, "/admin").await.status, 200);
        let changed = server.post_as(&here, page, &[("current", PASSWORD), ("password", new)]).await;
        assert_eq!((changed.status, changed.location()), (303, "/admin/account?done=changed"));
        for old in [&here, &there] {
            assert_eq!(server.get_as(old, "/admin").await.status, 303);
        }
        assert_eq!(server.get_as(&changed.cookie(), page).await.status, 200);
        let old = server.post("/admin/login", &[("email", OWNER), ("password", PASSWORD)]).await;
        assert_eq!(old.status, 422);
        let right = server.post("/admin/login", &[("email", OWNER), ("password", new)]).await;
        assert_eq!(right.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_desk_is_no_place_to_guess_a_password() {
    each_database(async |server| {
        let owner = server.owner().await;
        let guess = [("current", "a guess of somebody"), ("password", "quite another few words")];
        for _ in 0..10 {
            assert_eq!(server.post_as(&owner, "/admin/account", &guess).await.status, 422);
        }
        let right = [("current", PASSWORD), ("password", "quite another few words")];
        assert_eq!(server.post_as(&owner, "/admin/account", &right).await.status, 429);
        server.stop().await;
    })
    .await;
}
