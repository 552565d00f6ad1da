//! The server: lets clients in, and gives each a thread until it is answered.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use super::answer::Answer;
use super::bind::{BindError, listen};
use super::connection::Connection;
use super::connections::Connections;
use super::exchange::{Exchange, Words, refusal_response, refuse};
use super::head::{self, Failure};
use super::hosts::Hosts;
use super::limits::Limits;
use super::refusal::Refusal;

/// How long to wait when the system gives no connection, such as for want of descriptors.
const PAUSE: Duration = Duration::from_millis(20);
/// How long a server that is to stop may be waited for.
const KNOCK: Duration = Duration::from_secs(1);

/// A server that listens on one address.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    limits: Limits,
    hosts: Hosts,
    words: Words,
    connections: Arc<Connections>,
    is_stopping: Arc<AtomicBool>,
}

/// Stops a server from another thread.
#[derive(Clone)]
pub struct Stopper {
    address: SocketAddr,
    is_stopping: Arc<AtomicBool>,
}

impl Server {
    /// Listens on a host of this machine, with a port that must be free; without one on
    /// [`USUAL_PORT`](super::USUAL_PORT), or any free one where it is taken.
    ///
    /// # Errors
    /// Where the host is not this machine's, a port that was asked for is taken, or the system refuses.
    pub fn bind(host: &str, port: Option<u16>) -> Result<Self, BindError> {
        Self::with_limits(host, port, Limits::default())
    }

    /// The same, with bounds of one's own.
    ///
    /// # Errors
    /// As for [`Server::bind`].
    pub fn with_limits(host: &str, port: Option<u16>, limits: Limits) -> Result<Self, BindError> {
        let listener = listen(host, port)?;
        let address = listener.local_addr().map_err(|source| BindError::Refused {
            address: SocketAddr::from(([0, 0, 0, 0], port.unwrap_or_default())),
            source,
        })?;
        Ok(Self {
            listener,
            address,
            hosts: Hosts::new(host, address.ip().is_unspecified()),
            words: Refusal::to_string,
            connections: Arc::new(Connections::new(limits.connections, limits.place_time)),
            is_stopping: Arc::default(),
            limits,
        })
    }

    /// Answers to one more host, such as the machine's name on its network.
    pub fn allow_host(&mut self, name: &str) {
        self.hosts.allow(name);
    }

    /// Says how refusals are worded for those who read them.
    pub fn word_refusals(&mut self, words: fn(&Refusal) -> String) {
        self.words = words;
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether only programs on this machine can reach it.
    pub fn is_local(&self) -> bool {
        self.address.ip().is_loopback()
    }

    /// What stops it.
    pub fn stopper(&self) -> Stopper {
        Stopper { address: self.address, is_stopping: Arc::clone(&self.is_stopping) }
    }

    /// Serves until it is stopped; then all connections are closed and all its threads have ended. A
    /// handler that panics costs one answer.
    pub fn serve<H>(&self, handler: H)
    where
        H: Fn(Exchange) + Send + Sync,
    {
        thread::scope(|scope| {
            while !self.is_stopping.load(Ordering::Acquire) {
                match self.listener.accept() {
                    Ok((stream, _)) => self.welcome(scope, stream, &handler),
                    Err(error) => self.outlast(&error),
                }
            }
            self.connections.close();
        });
    }

    /// Gives a client a place and a thread.
    fn welcome<'s, H>(&'s self, scope: &'s Scope<'s, '_>, stream: TcpStream, handler: &'s H)
    where
        H: Fn(Exchange) + Send + Sync,
    {
        let opened = Instant::now();
        match self.connections.admit(stream) {
            Ok(connection) => {
                let attend = move || self.attend(connection, opened, handler);
                let thread =
                    thread::Builder::new().name("grappe-http".to_owned()).stack_size(self.limits.stack);
                // Without a thread the connection is dropped, as if there were no place.
                drop(thread.spawn_scoped(scope, attend));
            }
            Err(stream) => self.turn_away(&stream),
        }
    }

    /// One connection, from its first byte on.
    fn attend<H: Fn(Exchange)>(&self, connection: Connection, opened: Instant, handler: &H) {
        if connection.prepare(self.limits.write_time).is_err() {
            return;
        }
        match head::read(&connection, opened, &self.limits, &self.hosts) {
            Ok(request) => {
                connection.is_asked();
                let exchange = Exchange::new(request, connection, self.words);
                // What a handler left half done is its own affair; the exchange was answered as dropped.
                drop(catch_unwind(AssertUnwindSafe(|| handler(exchange))));
            }
            Err(Failure::Refused { refusal, is_head }) => refuse(&connection, &refusal, is_head, self.words),
            Err(Failure::Gone) => {}
        }
    }

    /// Tells a client for whom there is no place, if that can be done at once.
    fn turn_away(&self, stream: &TcpStream) {
        if stream.set_nonblocking(true).is_ok() {
            let busy = Answer::new(None, refusal_response(&Refusal::Busy, self.words));
            let _ = busy.write(stream, true);
        }
    }

    /// A connection that ended before it began is nothing; any other error is waited out.
    fn outlast(&self, error: &io::Error) {
        if !matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::Interrupted) {
            self.connections.make_room();
            thread::sleep(PAUSE);
        }
    }
}

impl Stopper {
    /// Whether the server is to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.is_stopping.load(Ordering::Acquire)
    }

    /// Stops the server, which is told by a last connection. It may take a moment.
    pub fn stop(&self) {
        self.is_stopping.store(true, Ordering::Release);
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        // A server that has stopped already cannot be told.
        drop(TcpStream::connect_timeout(&SocketAddr::new(ip, self.address.port()), KNOCK));
    }
}
