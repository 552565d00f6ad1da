//! The one address that a server listens on.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, ToSocketAddrs};

/// The port when none is asked for and it is free.
pub const USUAL_PORT: u16 = 4000;

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The host is none of this machine's.
    #[error("no address for {host}: {source}")]
    UnknownHost {
        /// The host asked for.
        host: String,
        /// What the system said.
        source: io::Error,
    },
    /// Another program listens on the port that was asked for.
    #[error("port {port} is taken")]
    Taken {
        /// The port asked for.
        port: u16,
    },
    /// The system refused.
    #[error("cannot listen on {address}: {source}")]
    Refused {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
}

/// Listens on a port that was asked for, or on the usual one, or on any that is free.
pub(super) fn listen(host: &str, port: Option<u16>) -> Result<TcpListener, BindError> {
    let ip = resolve(host)?;
    let asked = port.unwrap_or(USUAL_PORT);
    match listen_on(SocketAddr::new(ip, asked)) {
        Err(BindError::Taken { .. }) if port.is_none() => listen_on(SocketAddr::new(ip, 0)),
        Err(BindError::Refused { source, .. }) if source.kind() == io::ErrorKind::AddrNotAvailable => {
            Err(BindError::UnknownHost { host: host.to_owned(), source })
        }
        other => other,
    }
}

fn listen_on(address: SocketAddr) -> Result<TcpListener, BindError> {
    TcpListener::bind(address).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => BindError::Taken { port: address.port() },
        _ => BindError::Refused { address, source },
    })
}

/// The address of a host; IPv4 where it has both, as most write `127.0.0.1`.
fn resolve(host: &str) -> Result<IpAddr, BindError> {
    let unknown = |source| BindError::UnknownHost { host: host.to_owned(), source };
    let bare = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
    let mut addresses: Vec<SocketAddr> = (bare, 0).to_socket_addrs().map_err(unknown)?.collect();
    addresses.sort_by_key(SocketAddr::is_ipv6);
    let first = addresses.first().ok_or_else(|| unknown(io::Error::from(io::ErrorKind::NotFound)))?;
    Ok(first.ip())
}
