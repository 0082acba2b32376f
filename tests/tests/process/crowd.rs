//! More people than the database has room for: everybody gets an answer, or is told when to come again.

use std::collections::BTreeMap;

use tokio::task::JoinSet;

use crate::binary::{Process, each_url};
use crate::people::{Came, FROM_A_PROXY, client, get, prepared, sign};

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_clients_on_a_pool_of_five_are_answered_or_asked_to_come_again() {
    each_url(async |database| {
        let (data, slug) = prepared(&database).await;
        let settings =
            [FROM_A_PROXY, ("REDRESS_CONNECTIONS", "5"), ("REDRESS_DATABASE_URL", database.as_str())];
        let process = Process::start(data.path(), &settings).await;
        let mut clients = JoinSet::new();
        for number in 0..500 {
            let (base, slug) = (process.base.clone(), slug.clone());
            clients.spawn(async move {
                // A connection each, as five hundred browsers have.
                let client = client();
                match number % 3 {
                    0 => get(&client, &format!("{base}/c/{slug}")).await,
                    1 => get(&client, &format!("{base}/c/{slug}/sign")).await,
                    _ => sign(&client, &base, &slug, number).await,
                }
            });
        }
        // Meanwhile the health page answers, at once and from the first to the last.
        let (mut healthy, live) = (0, format!("{}/health/live", process.base));
        let (asking, mut statuses) = (client(), BTreeMap::new());
        while let Some(came) = clients.join_next().await {
            let came: Came = came.unwrap();
            if came.status() == 503 {
                let Came::Answer(answer) = &came else { unreachable!("it has a status") };
                let seconds: u64 = answer.header("retry-after").parse().unwrap();
                assert!((1..=120).contains(&seconds));
            }
            *statuses.entry(came.status()).or_insert(0) += 1;
            if statuses.values().sum::<usize>() % 50 == 1 {
                assert_eq!(get(&asking, &live).await.status(), 200);
                healthy += 1;
            }
        }
        assert_eq!(healthy, 10);
        assert!(statuses.keys().all(|status| [200, 303, 503].contains(status)), "{statuses:?}");
        assert!(statuses.get(&200) > Some(&0) && statuses.get(&303) > Some(&0), "{statuses:?}");
        // And afterwards everything is as before.
        let ready = get(&asking, &format!("{}/health/ready", process.base)).await;
        assert_eq!(ready.status(), 200);
        assert_eq!(sign(&asking, &process.base, &slug, 1_000).await.status(), 303);
        process.stop().await;
    })
    .await;
}
