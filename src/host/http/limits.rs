//! How much a client can use up.

use std::time::Duration;

/// The bounds of a server.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of a request's head: 16 KiB.
    pub head: usize,
    /// Bytes of the address asked for, as it is written: 4 KiB.
    pub target: usize,
    /// From the connection to the end of the request's head: 5 s in all, however the bytes drip.
    pub head_time: Duration,
    /// Connections at one time, held exchanges too: 128.
    pub connections: usize,
    /// How long a client may take nothing of its answer before it is dropped: 10 s.
    pub write_time: Duration,
    /// When all places are taken, how long a client may take its answer before another may have its
    /// place: 2 s.
    pub place_time: Duration,
    /// The stack of a thread that handles a request: 2 MiB, of which the system gives what is used. It
    /// is what the threads of a build have, since the same pages are made on it.
    pub stack: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: 16 * 1024,
            target: 4 * 1024,
            head_time: Duration::from_secs(5),
            connections: 128,
            write_time: Duration::from_secs(10),
            place_time: Duration::from_secs(2),
            stack: 2 * 1024 * 1024,
        }
    }
}
