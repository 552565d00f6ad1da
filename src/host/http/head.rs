//! The head of a request: read within its bounds, and judged.

use std::time::Instant;

use super::connection::Connection;
use super::hosts::Hosts;
use super::limits::Limits;
use super::refusal::Refusal;
use super::request::{Method, Request};
use super::target;

/// More headers than any browser sends.
const MOST_HEADERS: usize = 64;

/// Why there is no request.
pub(super) enum Failure {
    /// It is answered with a refusal.
    Refused {
        /// Why.
        refusal: Refusal,
        /// Whether the answer is to have no body.
        is_head: bool,
    },
    /// The client went away, or never said anything.
    Gone,
}

/// Reads a head from a connection that was opened at a time.
pub(super) fn read(
    connection: &Connection,
    opened: Instant,
    limits: &Limits,
    hosts: &Hosts,
) -> Result<Request, Failure> {
    let deadline = opened + limits.head_time;
    let mut bytes = Vec::new();
    loop {
        match connection.read(&mut bytes, limits.head, deadline) {
            Ok(0) | Err(_) if bytes.is_empty() => {
                // A browser opens connections ahead of use: a 408 there would be shown as the answer
                // to the next request.
                return Err(Failure::Gone);
            }
            Ok(0) => return Err(refused(&bytes, Refusal::Malformed)),
            Ok(_) => {}
            Err(error) if is_late(&error) => return Err(refused(&bytes, Refusal::TooSlow)),
            Err(_) => return Err(Failure::Gone),
        }
        match parse(&bytes, limits, hosts) {
            Ok(Some(request)) => return Ok(request),
            Ok(None) if bytes.len() >= limits.head => return Err(refused(&bytes, Refusal::HeadTooLong)),
            Ok(None) => {}
            Err(refusal) => return Err(refused(&bytes, refusal)),
        }
    }
}

fn refused(bytes: &[u8], refusal: Refusal) -> Failure {
    Failure::Refused { refusal, is_head: bytes.starts_with(b"HEAD ") }
}

fn is_late(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
}

/// A request once its head is whole, nothing before.
fn parse(bytes: &[u8], limits: &Limits, hosts: &Hosts) -> Result<Option<Request>, Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let status = head.parse(bytes).map_err(|error| refusal_of(error, bytes))?;
    if target_length(bytes) > limits.target {
        return Err(Refusal::AddressTooLong);
    }
    if status.is_partial() {
        return Ok(None);
    }
    judge(&head, hosts).map(Some)
}

fn refusal_of(error: httparse::Error, bytes: &[u8]) -> Refusal {
    match error {
        httparse::Error::TooManyHeaders => Refusal::HeadTooLong,
        httparse::Error::Version if words(bytes).nth(2).is_some_and(|word| word.starts_with(b"HTTP/")) => {
            Refusal::Version
        }
        _ => Refusal::Malformed,
    }
}

/// The words of the first line, which may not be whole yet.
fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let line = bytes.trim_ascii_start().split(|byte| matches!(byte, b'\r' | b'\n')).next();
    line.unwrap_or_default().split(|byte| *byte == b' ')
}

fn target_length(bytes: &[u8]) -> usize {
    words(bytes).nth(1).map_or(0, <[u8]>::len)
}

/// A whole head, turned into a request or refused.
fn judge(head: &httparse::Request<'_, '_>, hosts: &Hosts) -> Result<Request, Refusal> {
    let method = match head.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => return Err(Refusal::Method),
    };
    let target = target::read(head.path.unwrap_or_default())?;
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|header| (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned()))
        .collect();
    judge_host(target.host.as_deref(), &headers, head.version == Some(0), hosts)?;
    judge_body(&headers)?;
    Ok(Request { method, path: target.path, query: target.query, headers })
}

fn values<'h>(headers: &'h [(String, String)], name: &str) -> impl Iterator<Item = &'h str> {
    headers.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// Every host that is named must be one of ours. HTTP/1.0 may name none: no browser speaks it.
fn judge_host(
    in_target: Option<&str>,
    headers: &[(String, String)],
    may_be_missing: bool,
    hosts: &Hosts,
) -> Result<(), Refusal> {
    let named: Vec<&str> = values(headers, "host").collect();
    if named.len() > 1 || named.is_empty() && !may_be_missing {
        return Err(Refusal::NoHost);
    }
    match named.into_iter().chain(in_target).find(|host| !hosts.answer_to(host)) {
        Some(foreign) => Err(Refusal::ForeignHost(foreign.to_owned())),
        None => Ok(()),
    }
}

fn judge_body(headers: &[(String, String)]) -> Result<(), Refusal> {
    if values(headers, "transfer-encoding").next().is_some() {
        return Err(Refusal::BodyInPieces);
    }
    for length in values(headers, "content-length") {
        if length.is_empty() || !length.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Refusal::Malformed);
        }
        if length.bytes().any(|digit| digit != b'0') {
            return Err(Refusal::Body);
        }
    }
    Ok(())
}
