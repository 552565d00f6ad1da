//! The connections that are open, of which there are never more than the bound.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::connection::Connection;

/// How far a connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Its request is not whole yet, or it was refused.
    Asking,
    /// Its request is handled or held.
    Asked,
    /// It is given its answer, since a time.
    Answered(Instant),
}

struct Place {
    stream: Arc<TcpStream>,
    stage: Stage,
}

/// The places, the oldest first.
#[derive(Default)]
struct Places {
    taken: BTreeMap<u64, Place>,
    last: u64,
    is_closed: bool,
}

/// All connections of a server.
pub(super) struct Connections {
    places: Mutex<Places>,
    bound: usize,
    place_time: Duration,
}

impl Connections {
    pub(super) fn new(bound: usize, place_time: Duration) -> Self {
        Self { places: Mutex::default(), bound, place_time }
    }

    /// Gives a client a place, another's where all are taken: that of the oldest who has not said yet
    /// what they want, else of the one who takes the longest to take their answer.
    pub(super) fn admit(self: &Arc<Self>, stream: TcpStream) -> Result<Connection, TcpStream> {
        let mut places = self.places();
        if places.is_closed || places.taken.len() >= self.bound && !places.make_room(self.place_time) {
            return Err(stream);
        }
        places.last += 1;
        let number = places.last;
        let stream = Arc::new(stream);
        places.taken.insert(number, Place { stream: Arc::clone(&stream), stage: Stage::Asking });
        drop(places);
        Ok(Connection::new(number, stream, Arc::clone(self)))
    }

    /// Drops who may be dropped, for when the system has no descriptor left.
    pub(super) fn make_room(&self) {
        self.places().make_room(self.place_time);
    }

    /// Notes how far a connection is.
    pub(super) fn enter(&self, number: u64, stage: Stage) {
        if let Some(place) = self.places().taken.get_mut(&number) {
            place.stage = stage;
        }
    }

    /// Frees the place of a connection that ended.
    pub(super) fn leave(&self, number: u64) {
        self.places().taken.remove(&number);
    }

    /// Drops all connections and lets no other in.
    pub(super) fn close(&self) {
        let mut places = self.places();
        places.is_closed = true;
        while let Some((_, place)) = places.taken.pop_first() {
            place.hang_up();
        }
    }

    /// No code that can panic runs under the lock, so that a poisoned one is as good as another.
    fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Places {
    fn make_room(&mut self, place_time: Duration) -> bool {
        let Some(number) = self.longest_asking().or_else(|| self.longest_answered(place_time)) else {
            return false;
        };
        if let Some(place) = self.taken.remove(&number) {
            place.hang_up();
        }
        true
    }

    fn longest_asking(&self) -> Option<u64> {
        self.taken.iter().find(|(_, place)| place.stage == Stage::Asking).map(|(number, _)| *number)
    }

    fn longest_answered(&self, place_time: Duration) -> Option<u64> {
        let since = |(number, place): (&u64, &Place)| match place.stage {
            Stage::Answered(since) if since.elapsed() >= place_time => Some((since, *number)),
            _ => None,
        };
        self.taken.iter().filter_map(since).min().map(|(_, number)| number)
    }
}

impl Place {
    /// Ends the connection for the thread that waits on it, too. It may have ended by itself.
    fn hang_up(&self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}
