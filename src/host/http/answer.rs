//! A response made fit for its request, and written.

use std::io::{self, Seek, SeekFrom, Write};
use std::net::TcpStream;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use super::range::{Part, has_match, part_of};
use super::request::{Method, Request};
use super::response::{Body, Response};

/// What keeps a browser careful with pages of a server on its own machine. A handler may say otherwise.
const USUAL_HEADERS: [(&str, &str); 4] = [
    ("Cache-Control", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// Headers that the server alone writes.
const OWN_HEADERS: [&str; 8] = [
    "Accept-Ranges",
    "Connection",
    "Content-Length",
    "Content-Range",
    "Date",
    "ETag",
    "Trailer",
    "Transfer-Encoding",
];

/// What is sent.
pub(super) struct Answer {
    head: String,
    body: Body,
    first: u64,
    length: u64,
}

impl Answer {
    /// Fits a response to a request; there is none behind a refusal.
    pub(super) fn new(request: Option<&Request>, response: Response) -> Self {
        let response = if is_sound(&response) { response } else { Response::empty(500) };
        let tag = response.tag.as_ref().map(|tag| format!("\"{tag}\""));
        let total = response.body.length();
        if response.status == 200 && is_known(request, tag.as_deref()) {
            return Self::without_body(304, &response, tag.as_deref(), None);
        }
        match asked_part(request, &response, tag.as_deref()) {
            Part::Whole => {
                let mut head = head(response.status, &response, tag.as_deref());
                if has_length(response.status) {
                    head += &format!("Content-Length: {total}\r\n");
                }
                Self { head, body: response.body, first: 0, length: total }
            }
            Part::Bytes { first, length } => {
                let mut head = head(206, &response, tag.as_deref());
                let last = first + length - 1;
                head +=
                    &format!("Content-Range: bytes {first}-{last}/{total}\r\nContent-Length: {length}\r\n");
                Self { head, body: response.body, first, length }
            }
            Part::Beyond => Self::without_body(416, &response, tag.as_deref(), Some(total)),
        }
    }

    fn without_body(status: u16, response: &Response, tag: Option<&str>, total: Option<u64>) -> Self {
        let mut head = head(status, response, tag);
        if let Some(total) = total {
            head += &format!("Content-Range: bytes */{total}\r\nContent-Length: 0\r\n");
        }
        Self { head, body: Body::Empty, first: 0, length: 0 }
    }

    /// Writes the head, and the body unless the client wants none.
    pub(super) fn write(self, mut stream: &TcpStream, with_body: bool) -> io::Result<()> {
        stream.write_all(format!("{}Connection: close\r\n\r\n", self.head).as_bytes())?;
        if with_body { self.body.write(self.first, self.length, stream) } else { Ok(()) }
    }
}

impl Body {
    fn write(self, first: u64, length: u64, mut stream: &TcpStream) -> io::Result<()> {
        match self {
            Self::Empty => Ok(()),
            Self::Bytes(bytes) => {
                let start = usize::try_from(first).unwrap_or(usize::MAX);
                let count = usize::try_from(length).unwrap_or(usize::MAX);
                let rest = bytes.get(start..).unwrap_or_default();
                stream.write_all(rest.get(..count).unwrap_or(rest))
            }
            Self::File(file) => {
                let mut file = file.into_inner();
                file.seek(SeekFrom::Start(first))?;
                // A file that became shorter meanwhile ends early, and the client sees that it did.
                io::copy(&mut io::Read::take(file, length), &mut stream).map(drop)
            }
        }
    }
}

/// Whether a client has these bytes already.
fn is_known(request: Option<&Request>, tag: Option<&str>) -> bool {
    let asked = request.and_then(|request| request.header("if-none-match"));
    asked.zip(tag).is_some_and(|(list, tag)| has_match(list, tag))
}

/// The part asked for, if it is of these bytes and not of older ones.
fn asked_part(request: Option<&Request>, response: &Response, tag: Option<&str>) -> Part {
    let Some(request) = request.filter(|request| request.method() == Method::Get && response.status == 200)
    else {
        return Part::Whole;
    };
    let is_of_these = request.header("if-range").is_none_or(|known| Some(known.trim()) == tag);
    let range = request.header("range").filter(|_| is_of_these);
    range.map_or(Part::Whole, |range| part_of(range, response.body.length()))
}

/// The status line and all headers but those of the length.
fn head(status: u16, response: &Response, tag: Option<&str>) -> String {
    let mut head = format!("HTTP/1.1 {status} {}\r\n", reason(status));
    let mut add = |name: &str, value: &str| head += &format!("{name}: {value}\r\n");
    if let Ok(now) = DateTimePrinter::new().timestamp_to_rfc9110_string(&Timestamp::now()) {
        add("Date", &now);
    }
    for (name, value) in &response.headers {
        // What has no body has no type.
        if !matches!(status, 304 | 416) || !name.eq_ignore_ascii_case("Content-Type") {
            add(name, value);
        }
    }
    for (name, value) in USUAL_HEADERS {
        if !response.headers.iter().any(|(own, _)| own.eq_ignore_ascii_case(name)) {
            add(name, value);
        }
    }
    if let Some(tag) = tag {
        add("ETag", tag);
    }
    if response.status == 200 {
        add("Accept-Ranges", "bytes");
    }
    head
}

const fn has_length(status: u16) -> bool {
    !matches!(status, 204 | 304)
}

/// Whether nothing in a response can end its line, or say what the server says.
fn is_sound(response: &Response) -> bool {
    let is_visible = |byte: u8| byte == b'\t' || !byte.is_ascii_control();
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_header_sound = |name: &str, value: &str| {
        !name.is_empty()
            && name.bytes().all(is_token)
            && value.bytes().all(is_visible)
            && !OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name))
    };
    (200..=599).contains(&response.status)
        && response.headers.iter().all(|(name, value)| is_header_sound(name, value))
        && response.tag.iter().flat_map(|tag| tag.bytes()).all(|byte| byte.is_ascii_graphic() && byte != b'"')
}

const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        410 => "Gone",
        413 => "Content Too Large",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "",
    }
}
