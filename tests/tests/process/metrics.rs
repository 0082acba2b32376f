//! The numbers for a monitoring system: there when they are asked for, and about nobody.

use crate::binary::{Process, until};
use crate::people::{FROM_A_PROXY, client, get, outbox, outbox_count, post, prepared, sign};

#[tokio::test(flavor = "multi_thread")]
async fn metrics_count_what_happened_and_name_nobody() {
    let (data, slug) = prepared("").await;
    let settings = [FROM_A_PROXY, ("REDRESS_METRICS_LISTEN", "127.0.0.1:0")];
    let process = Process::start(data.path(), &settings).await;
    let (client, base) = (client(), &process.base);
    for number in 0..3 {
        assert_eq!(sign(&client, base, &slug, number).await.status(), 303);
    }
    assert_eq!(sign(&client, base, &slug, 0).await.status(), 303, "a repetition counts as a request alone");
    assert_eq!(get(&client, &format!("{base}/c/{slug}")).await.status(), 200);
    assert_eq!(get(&client, &format!("{base}/es/c/{slug}")).await.status(), 200);
    assert_eq!(get(&client, &format!("{base}/secret-of-ana")).await.status(), 404);
    until("mails", async || (outbox_count(data.path()) == 3).then_some(())).await;
    let confirm = outbox(data.path()).remove(0).confirm;
    assert_eq!(post(&client, &format!("{base}{confirm}")).await.status(), 303);

    let metrics = process.told["metrics"].as_str().unwrap();
    let wanted = [
        "redress_requests_total{route=\"/c/{slug}/sign\",status=\"3xx\"} 4",
        "redress_requests_total{route=\"/c/{slug}\",status=\"2xx\"} 1",
        "redress_requests_total{route=\"/es/c/{slug}\",status=\"2xx\"} 1",
        "redress_requests_total{route=\"/confirm/{token}\",status=\"3xx\"} 1",
        "redress_requests_total{route=\"none\",status=\"4xx\"} 1",
        "redress_request_seconds_bucket{route=\"/c/{slug}/sign\",le=\"+Inf\"} 4",
        "redress_request_seconds_count{route=\"/c/{slug}/sign\"} 4",
        "redress_mails_total{outcome=\"sent\"} 3",
        "redress_mails_total{outcome=\"later\"} 0",
        "redress_signatures_received_total 3",
        "redress_signatures_confirmed_total 1",
        // Four forms, one confirmation, and the ends of three mails.
        "redress_batch_writes_sum 8",
        "redress_outbox_waiting 0",
        "redress_outbox_dead 0",
        "redress_outbox_oldest_seconds 0",
        "redress_jobs_waiting 0",
        "redress_database_up 1",
    ];
    let text = until("an empty outbox", async || {
        let answer = get(&client, &format!("http://{metrics}/metrics")).await.answer();
        assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
        answer.text.contains("redress_outbox_waiting 0").then_some(answer.text)
    })
    .await;
    for line in wanted {
        assert!(text.lines().any(|found| found == line), "{line} is not in {text}");
    }
    let memory = text.lines().find_map(|line| line.strip_prefix("process_resident_memory_bytes "));
    assert!(memory.unwrap().parse::<u64>().unwrap() > 1_000_000);
    for secret in [slug.as_str(), "people.example", "Person", "ana", "02121", &confirm["/confirm/".len()..]] {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
    // Every line is one of three kinds, and every series belongs to a family that was announced.
    let mut families: Vec<&str> = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').unwrap();
            assert!(["counter", "gauge", "histogram"].contains(&kind) && !families.contains(&name));
            families.push(name);
        } else if !line.starts_with("# HELP ") {
            let (series, value) = line.rsplit_once(' ').unwrap();
            value.parse::<f64>().unwrap();
            let name = series.split('{').next().unwrap();
            let family = families.last().unwrap();
            assert!(
                name == *family
                    || ["_bucket", "_sum", "_count"].iter().any(|s| name == format!("{family}{s}"))
            );
        }
    }

    // They are on their own listener, which has nothing else; and pages are not on it.
    assert_eq!(get(&client, &format!("http://{metrics}/")).await.status(), 404);
    assert_eq!(get(&client, &format!("{base}/metrics")).await.status(), 404);
    process.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_does_not_ask_for_metrics_has_them() {
    let (data, _) = prepared("").await;
    let process = Process::start(data.path(), &[]).await;
    assert!(process.told["metrics"].is_null());
    process.stop().await;
}
