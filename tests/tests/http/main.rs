//! What people and their scripts can do, over HTTP and by mail, on SQLite and on Postgres.

#![allow(clippy::unwrap_used)] // tests may

mod accounts;
mod audit;
mod bodies;
mod canary;
mod comments;
mod contact;
mod drafts;
mod duplicates;
mod embed;
mod exports;
mod hearings;
mod kit;
mod letters;
mod limits;
mod mails;
mod markup;
mod news;
mod numbers;
mod organization;
mod organizer;
mod outcome;
mod packet;
mod partners;
mod password;
mod places;
mod privacy;
mod races;
mod recipient;
mod roles;
mod signing;
mod speakers;
mod statements;
mod testimonies;
mod testimony;
mod web;

/// Waits for all of them, begun together; the outcomes in the order given.
async fn at_once<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, slot) in waiting.iter_mut().zip(&mut done) {
            if slot.is_none()
                && let std::task::Poll::Ready(value) = future.as_mut().poll(context)
            {
                *slot = Some(value);
            }
        }
        if done.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}
