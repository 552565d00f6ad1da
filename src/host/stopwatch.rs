//! The clock that runs while a site is built, where someone asks where the time goes.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::plan::Address;
use crate::timings::Step;

/// A clock that is told of each step as it begins, and of each route once it is made.
#[derive(Debug)]
pub struct Stopwatch {
    state: Mutex<State>,
}

/// What a clock has seen.
#[derive(Clone, Debug, Default)]
pub struct Laps {
    /// How long each step took, in the order in which they first began.
    pub steps: Vec<(Step, Duration)>,
    /// How long each route took, on the thread that made it.
    pub routes: Vec<(Address, Duration)>,
}

#[derive(Debug)]
struct State {
    current: Step,
    since: Instant,
    laps: Laps,
}

impl Stopwatch {
    /// A clock that runs, from the first step on.
    #[must_use]
    pub fn started() -> Self {
        let state = State { current: Step::Reading, since: Instant::now(), laps: Laps::default() };
        Self { state: Mutex::new(state) }
    }

    /// Notes that a step begins, and so that the one before it ended.
    pub fn begin(&self, step: Step) {
        self.state().turn(step);
    }

    /// Notes how long routes took: once for many, so that threads do not wait for each other.
    pub(super) fn note(&self, routes: Vec<(Address, Duration)>) {
        self.state().laps.routes.extend(routes);
    }

    /// What was seen until now.
    #[must_use]
    pub fn read(&self) -> Laps {
        let mut state = self.state();
        let current = state.current;
        state.turn(current);
        state.laps.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Counts the time since the last turn for the step that went on.
    fn turn(&mut self, next: Step) {
        let now = Instant::now();
        let time = now - self.since;
        let steps = &mut self.laps.steps;
        match steps.iter_mut().find(|(step, _)| *step == self.current) {
            Some((_, sum)) => *sum += time,
            None => steps.push((self.current, time)),
        }
        (self.current, self.since) = (next, now);
    }
}
