//! A server that runs while it is in scope, and a plain client for it.
#![allow(dead_code, reason = "each test crate uses a part")]

mod reply;

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use grappe::host::http::{Exchange, Limits, Server, Stopper};
pub use reply::{Reply, shown};

/// A server in a thread of its own, which is stopped and waited for when it is dropped.
pub struct Running {
    pub address: SocketAddr,
    stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    pub fn start(limits: Limits, handler: impl Fn(Exchange) + Send + Sync + 'static) -> Self {
        Self::run(Server::with_limits("127.0.0.1", Some(0), limits).expect("bound"), handler)
    }

    pub fn run(server: Server, handler: impl Fn(Exchange) + Send + Sync + 'static) -> Self {
        let address = SocketAddr::from(([127, 0, 0, 1], server.address().port()));
        let stopper = server.stopper();
        let thread = std::thread::spawn(move || server.serve(handler));
        Self { address, stopper, thread: Some(thread) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopper.stop();
        let ended = self.thread.take().expect("one end").join();
        assert!(ended.is_ok() || std::thread::panicking(), "the server panicked");
    }
}

pub fn connect(server: &Running) -> TcpStream {
    let stream = TcpStream::connect(server.address).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
    stream.set_write_timeout(Some(Duration::from_secs(20))).expect("set");
    stream
}

pub fn read_reply(stream: &mut TcpStream) -> Reply {
    let mut told = Vec::new();
    stream.read_to_end(&mut told).expect("an answer to its end");
    Reply::parse(&told).unwrap_or_else(|| panic!("no answer: {}", shown(&told)))
}

/// Sends a request, of which the server may refuse to hear the end, and reads the answer.
pub fn ask(server: &Running, request: &(impl AsRef<[u8]> + ?Sized)) -> Reply {
    let mut stream = connect(server);
    let _ = stream.write_all(request.as_ref());
    read_reply(&mut stream)
}

pub fn get(server: &Running, target: &str) -> Reply {
    ask(server, &format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"))
}

/// The status of an answer, where there is one.
pub fn status_if_any(server: &Running, target: &str) -> Option<u16> {
    let request = format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    Reply::parse(&exchange_bytes(server, request.as_bytes(), b"")).map(|reply| reply.status)
}

/// Sends bytes in two pieces, then nothing more, and gives what comes back, which may be cut short.
pub fn exchange_bytes(server: &Running, first: &[u8], second: &[u8]) -> Vec<u8> {
    let mut stream = connect(server);
    let _ = stream.write_all(first);
    let _ = stream.write_all(second);
    let _ = stream.shutdown(Shutdown::Write);
    let mut told = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut piece) {
        told.extend_from_slice(&piece[..read]);
    }
    told
}
