//! A published site as anyone on the network finds it: one request, its answer's head, how it came.
//!
//! This is the only module that asks another machine for anything, and only when somebody wants a live host
//! verified. It must not know what an answer should be.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, ProtocolVersion, RootCertStore, StreamOwned};

/// How long a host may take for each step.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most bytes of an answer's head.
const LONGEST_HEAD: usize = 64 * 1024;

/// The most headers of an answer.
const MOST_HEADERS: usize = 128;

/// Where a site is: `https://host:port`, nothing after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    is_secure: bool,
    host: String,
    port: u16,
}

impl Origin {
    /// Reads the beginning of an address.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let is_secure = match scheme {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = rest.split(['/', '?', '#']).next().filter(|authority| !authority.contains('@'))?;
        let (host, port) = match authority.rsplit_once(':').filter(|(host, _)| !host.ends_with(':')) {
            Some((host, port)) if !port.contains(']') => (host, port.parse().ok()?),
            _ => (authority, if is_secure { 443 } else { 80 }),
        };
        (!host.is_empty()).then(|| Self { is_secure, host: host.to_owned(), port })
    }

    fn addresses(&self) -> io::Result<Vec<SocketAddr>> {
        let host = self.host.trim_matches(['[', ']']);
        Ok((host, self.port).to_socket_addrs()?.collect())
    }
}

/// The head of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Names, in small letters, and values of its headers.
    headers: Vec<(String, String)>,
}

impl Answer {
    /// The value of a header; of several, the first.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// How a host is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Whether its name leads to an address of IPv6.
    pub has_ipv6: bool,
    /// Whether it speaks HTTP/2 over TLS.
    pub has_http2: bool,
    /// The version of TLS; nothing over plain HTTP.
    pub tls: Option<&'static str>,
}

/// How a host is reached.
///
/// # Errors
/// A name that leads nowhere, a host that does not answer, a certificate that is not right.
pub fn reach(origin: &Origin) -> io::Result<Reach> {
    let has_ipv6 = origin.addresses()?.iter().any(SocketAddr::is_ipv6);
    if !origin.is_secure {
        connect(origin)?;
        return Ok(Reach { has_ipv6, has_http2: false, tls: None });
    }
    let mut stream = secure(origin, connect(origin)?, &[b"h2", b"http/1.1"])?;
    while stream.conn.is_handshaking() {
        stream.conn.complete_io(&mut stream.sock)?;
    }
    Ok(Reach {
        has_ipv6,
        has_http2: stream.conn.alpn_protocol() == Some(b"h2"),
        tls: match stream.conn.protocol_version() {
            Some(ProtocolVersion::TLSv1_3) => Some("1.3"),
            Some(ProtocolVersion::TLSv1_2) => Some("1.2"),
            _ => None,
        },
    })
}

/// Asks for a path as a browser would that knows gzip and Brotli, with more headers if any.
///
/// # Errors
/// A host that does not answer, or not as HTTP does.
pub fn ask(origin: &Origin, path: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
    let mut request = format!(
        "GET {path} HTTP/1.1\r\nHost: {}\r\nUser-Agent: grappe\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n",
        origin.host
    );
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str("\r\n");
    let stream = connect(origin)?;
    if origin.is_secure {
        exchange(secure(origin, stream, &[b"http/1.1"])?, &request)
    } else {
        exchange(stream, &request)
    }
}

fn connect(origin: &Origin) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for address in origin.addresses()? {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => {
                stream.set_read_timeout(Some(PATIENCE))?;
                stream.set_write_timeout(Some(PATIENCE))?;
                return Ok(stream);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn secure(
    origin: &Origin,
    stream: TcpStream,
    protocols: &[&[u8]],
) -> io::Result<StreamOwned<ClientConnection, TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider);
    let config = config.with_safe_default_protocol_versions().map_err(io::Error::other)?;
    let mut config = config.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    let name =
        ServerName::try_from(origin.host.trim_matches(['[', ']']).to_owned()).map_err(io::Error::other)?;
    let connection = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
    Ok(StreamOwned::new(connection, stream))
}

/// Sends a request and reads the head of its answer; the body is left.
fn exchange(mut stream: impl Read + Write, request: &str) -> io::Result<Answer> {
    stream.write_all(request.as_bytes())?;
    stream.flush()?;
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    while bytes.len() < LONGEST_HEAD {
        let count = stream.read(&mut part)?;
        bytes.extend_from_slice(part.get(..count).unwrap_or_default());
        if let Some(answer) = head(&bytes)? {
            return Ok(answer);
        }
        if count == 0 {
            break;
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}

/// The head of an answer, once it is whole.
fn head(bytes: &[u8]) -> io::Result<Option<Answer>> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut answer = httparse::Response::new(&mut headers);
    let is_whole = answer.parse(bytes).map_err(io::Error::other)?.is_complete();
    let Some(status) = answer.code.filter(|_| is_whole) else { return Ok(None) };
    let header = |it: &httparse::Header<'_>| {
        (it.name.to_ascii_lowercase(), String::from_utf8_lossy(it.value).into_owned())
    };
    Ok(Some(Answer { status, headers: answer.headers.iter().map(header).collect() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_the_beginning_of_an_address() {
        let origin = |text: &str| Origin::parse(text).map(|it| (it.is_secure, it.host, it.port));
        assert_eq!(origin("https://a.example/x"), Some((true, "a.example".to_owned(), 443)));
        assert_eq!(origin("http://127.0.0.1:8080"), Some((false, "127.0.0.1".to_owned(), 8080)));
        assert_eq!(origin("http://[::1]:80/"), Some((false, "[::1]".to_owned(), 80)));
        assert_eq!(origin("http://[::1]"), Some((false, "[::1]".to_owned(), 80)));
        for wrong in ["a.example", "ftp://a", "https://", "http://a:b", "http://user@a"] {
            assert_eq!(origin(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        let text = b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nETag: \"x\"\r\n\r\n<html>";
        assert_eq!(head(&text[..30]).expect("so far"), None);
        let answer = head(text).expect("right").expect("whole");
        assert_eq!(
            (answer.status, answer.get("content-encoding"), answer.get("vary")),
            (200, Some("br"), None)
        );
        assert!(head(b"nonsense\r\n\r\n").is_err());
    }
}
