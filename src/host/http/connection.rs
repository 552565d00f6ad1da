//! One client's connection: read against a deadline, written with a time-out, and its place.

use std::io::{self, ErrorKind, Read};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::connections::{Connections, Stage};

/// What is read at once.
const PIECE: usize = 4 * 1024;
/// How much of what nobody asked for is taken from a client, so that it gets to read its answer: the
/// system cuts off a client whose bytes were left unread.
const MOST_DRAINED: usize = 64 * 1024;
/// How long a refused client may take to go.
const FAREWELL: Duration = Duration::from_millis(500);

/// A connection, whose place is free again when it is dropped.
pub(super) struct Connection {
    number: u64,
    stream: Arc<TcpStream>,
    connections: Arc<Connections>,
}

impl Connection {
    pub(super) const fn new(number: u64, stream: Arc<TcpStream>, connections: Arc<Connections>) -> Self {
        Self { number, stream, connections }
    }

    /// The socket, to write an answer to.
    pub(super) fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// Sets how long a write may wait, and has small writes sent at once.
    pub(super) fn prepare(&self, write_time: Duration) -> io::Result<()> {
        self.stream.set_write_timeout(Some(write_time))?;
        self.stream.set_nodelay(true)
    }

    /// Reads more bytes, as many as the bound leaves room for; an error of time when it is too late.
    pub(super) fn read(&self, bytes: &mut Vec<u8>, bound: usize, deadline: Instant) -> io::Result<usize> {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        let mut piece = [0; PIECE];
        let room = bound.saturating_sub(bytes.len()).min(PIECE);
        let read = retry(|| (&*self.stream).read(piece.get_mut(..room).unwrap_or_default()))?;
        bytes.extend(piece.iter().take(read));
        Ok(read)
    }

    /// Notes that the request is whole.
    pub(super) fn is_asked(&self) {
        self.connections.enter(self.number, Stage::Asked);
    }

    /// Notes that the answer is on its way.
    pub(super) fn is_answered(&self) {
        self.connections.enter(self.number, Stage::Answered(Instant::now()));
    }

    /// Ends the answer. What the client sent too much and is there already is taken, without waiting.
    pub(super) fn finish(&self) {
        let _ = self.stream.shutdown(Shutdown::Write);
        if self.stream.set_nonblocking(true).is_ok() {
            self.drain(None);
        }
    }

    /// Ends a refusal. The client may still be sending, so that what comes is taken for a moment; its
    /// place is free for others meanwhile.
    pub(super) fn finish_refusal(&self) {
        let _ = self.stream.shutdown(Shutdown::Write);
        self.drain(Some(Instant::now() + FAREWELL));
    }

    /// Whether the client closed its side: it waits for no answer any more.
    pub(super) fn is_client_gone(&self) -> bool {
        if self.stream.set_nonblocking(true).is_err() {
            return true;
        }
        let peeked = retry(|| self.stream.peek(&mut [0]));
        let stays = match peeked {
            Ok(bytes) => bytes > 0,
            Err(error) => error.kind() == ErrorKind::WouldBlock,
        };
        self.stream.set_nonblocking(false).is_err() || !stays
    }

    fn drain(&self, until: Option<Instant>) {
        let mut taken = Vec::new();
        while taken.len() < MOST_DRAINED {
            let end = until.unwrap_or_else(|| Instant::now() + FAREWELL);
            match self.read(&mut taken, MOST_DRAINED, end) {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.connections.leave(self.number);
    }
}

fn retry<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
