//! Exchanges that wait for something to happen (long polling). They hold no thread.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::exchange::Exchange;
use super::response::Response;

struct Waiting<T> {
    exchange: Exchange,
    about: T,
    since: Instant,
}

/// Exchanges held, the oldest first, each with what it waits for.
///
/// So that nothing is missed between a look and a wait, hold first and call [`Held::answer`] after.
pub struct Held<T> {
    waiting: Mutex<VecDeque<Waiting<T>>>,
    bound: usize,
}

impl<T> Held<T> {
    /// Holds so many at one time: fewer than a server has connections, or they keep others out.
    pub const fn new(bound: usize) -> Self {
        Self { waiting: Mutex::new(VecDeque::new()), bound }
    }

    /// Keeps an exchange. Those whose clients went away are let go; where there are still too many, the
    /// oldest is answered 204, which tells its client to ask again.
    pub fn hold(&self, exchange: Exchange, about: T) {
        let mut waiting = self.waiting();
        let mut let_go = remove(&mut waiting, |one| one.exchange.is_client_gone());
        while waiting.len() >= self.bound.max(1) {
            let_go.extend(waiting.pop_front());
        }
        waiting.push_back(Waiting { exchange, about, since: Instant::now() });
        drop(waiting);
        for one in let_go {
            one.exchange.respond(Response::empty(204));
        }
    }

    /// Answers those for which there is an answer: asked with what each waits for and since when. The
    /// answers are written here, one after the other, and should be small.
    pub fn answer(&self, mut answer: impl FnMut(&T, Duration) -> Option<Response>) {
        let mut answered = Vec::new();
        let mut waiting = self.waiting();
        for one in std::mem::take(&mut *waiting) {
            match answer(&one.about, one.since.elapsed()) {
                Some(response) => answered.push((one.exchange, response)),
                None => waiting.push_back(one),
            }
        }
        drop(waiting);
        for (exchange, response) in answered {
            exchange.respond(response);
        }
    }

    /// How many are held, apart from those whose clients are gone.
    pub fn count(&self) -> usize {
        let mut waiting = self.waiting();
        let gone = remove(&mut waiting, |one| one.exchange.is_client_gone());
        let count = waiting.len();
        drop(waiting);
        drop(gone);
        count
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Waiting<T>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes out those that are meant; the others stay in their order.
fn remove<T>(waiting: &mut VecDeque<Waiting<T>>, is_meant: impl Fn(&Waiting<T>) -> bool) -> Vec<Waiting<T>> {
    let (meant, others) = std::mem::take(waiting).into_iter().partition(is_meant);
    *waiting = others;
    Vec::from(meant)
}
