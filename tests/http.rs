//! The HTTP server over real sockets: what it answers, and what no client can do to it.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk, and know a clock")]
#![allow(clippy::disallowed_types, reason = "tests read and write the disk")]

mod http_client;

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use grappe::host::http::{
    BindError, Held, Limits, Method, OpenError, Refusal, Response, Server, content_type, open_confined,
};
use http_client::{Running, ask, connect, get, read_reply, shown};

const SOON: Duration = Duration::from_secs(10);

fn pages(exchange: grappe::host::http::Exchange) {
    let request = exchange.request();
    let response = match request.path() {
        "/" => Response::new(200, content_type("index.html"), "bonjour".to_owned()).with_tag("v1"),
        "/digits" => Response::new(200, "text/plain", "0123456789".to_owned()).with_tag("ten"),
        "/nothing" => Response::new(200, "text/plain", Vec::new()),
        "/method" => {
            let answers_get = request.method() == Method::Get;
            Response::new(200, "text/plain", if answers_get { "get" } else { "head" }.to_owned())
        }
        "/query" => Response::new(200, "text/plain", request.query("q").unwrap_or("none").to_owned()),
        "/agent" => {
            Response::new(200, "text/plain", request.header("User-Agent").unwrap_or("none").to_owned())
        }
        "/split" => Response::empty(302).with_header("Location", "/a\r\nSet-Cookie: stolen=1"),
        "/own" => Response::empty(200).with_header("Content-Length", "7"),
        "/stored" => Response::empty(200).with_header("Cache-Control", "max-age=60"),
        "/panic" => panic!("a handler that fails"),
        "/drop" => return,
        other => Response::new(404, "text/plain; charset=utf-8", other.to_owned()),
    };
    exchange.respond(response);
}

fn serving() -> Running {
    Running::start(Limits::default(), pages)
}

#[test]
fn a_page_is_answered_with_its_type_and_careful_headers() {
    let server = serving();
    let reply = get(&server, "/");
    assert_eq!((reply.status, reply.text().as_str()), (200, "bonjour"));
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("content-length", "7"),
        ("connection", "close"),
        ("etag", "\"v1\""),
        ("cache-control", "no-cache"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    assert!(reply.header("date").is_some_and(|date| date.ends_with(" GMT")));
    assert_eq!(get(&server, "/stored").header("cache-control"), Some("max-age=60"));
}

#[test]
fn head_is_answered_without_a_body() {
    let server = serving();
    let reply = ask(&server, "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!((reply.status, reply.header("content-length"), reply.body.len()), (200, Some("7"), 0));
    let refused = ask(&server, "HEAD /../a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!((refused.status, refused.body.len()), (400, 0));
    assert_eq!(ask(&server, "HEAD /drop HTTP/1.1\r\nHost: localhost\r\n\r\n").body.len(), 0);
    assert_eq!(
        ask(&server, "HEAD /method HTTP/1.1\r\nHost: localhost\r\n\r\n").header("content-length"),
        Some("4")
    );
}

#[test]
fn other_methods_are_refused_by_name() {
    let server = serving();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND"] {
        let reply = ask(&server, &format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
}

#[test]
fn what_is_no_http_1_is_refused() {
    let server = serving();
    for (bytes, status) in [
        (&b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n"[..], 505),
        (b"GET / HTTP/0.9\r\nHost: localhost\r\n\r\n", 505),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        (b"GET / FTP/1.1\r\n\r\n", 400),
        (b"GET /\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
        (b"\0\0\0\0", 400),
        (b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n", 400),
    ] {
        assert_eq!(ask(&server, bytes).status, status, "{}", shown(bytes));
    }
    assert_eq!(ask(&server, "GET / HTTP/1.0\r\n\r\n").status, 200);
    assert_eq!(ask(&server, "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
}

#[test]
fn a_request_is_read_however_it_is_cut() {
    let server = serving();
    let request = b"GET /query?q=a%20b HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
    for cut in 1..request.len() {
        let mut stream = connect(&server);
        stream.write_all(&request[..cut]).expect("sent");
        stream.write_all(&request[cut..]).expect("sent");
        assert_eq!(read_reply(&mut stream).text(), "a b", "cut at {cut}");
    }
}

#[test]
fn what_follows_a_request_is_not_read_as_another() {
    let server = serving();
    for garbage in ["\0\x01garbage".to_owned(), "GET /drop HTTP/1.1\r\n\r\n".repeat(500)] {
        let reply = ask(&server, &format!("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n{garbage}"));
        assert_eq!((reply.status, reply.text().as_str()), (200, "bonjour"));
    }
}

#[test]
fn heads_and_addresses_have_a_longest() {
    let server = serving();
    let with_path =
        |length: usize| format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(length - 1));
    assert_eq!(ask(&server, &with_path(4096)).status, 404);
    assert_eq!(ask(&server, &with_path(4097)).status, 414);
    assert_eq!(ask(&server, &with_path(500_000)).status, 414);
    let start = "GET / HTTP/1.1\r\nHost: localhost\r\nX: ";
    let with_head = |length: usize| format!("{start}{}\r\n\r\n", "a".repeat(length - start.len() - 4));
    assert_eq!(ask(&server, &with_head(16 * 1024)).status, 200);
    assert_eq!(ask(&server, &with_head(16 * 1024 + 1)).status, 431);
    assert_eq!(ask(&server, &with_head(500_000)).status, 431);
    let many = "X: a\r\n".repeat(100);
    assert_eq!(ask(&server, &format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n")).status, 431);
}

#[test]
fn bodies_are_refused_and_never_read() {
    let server = serving();
    let with = |headers: &str| format!("GET / HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n");
    assert_eq!(ask(&server, &with("Content-Length: 0")).status, 200);
    assert_eq!(ask(&server, &(with("Content-Length: 300000") + &"x".repeat(300_000))).status, 413);
    assert_eq!(ask(&server, &with("Content-Length: 99999999999999999999999")).status, 413);
    assert_eq!(ask(&server, &with("Content-Length: 5\r\nExpect: 100-continue")).status, 413);
    assert_eq!(ask(&server, &with("Content-Length: 0\r\nContent-Length: 5")).status, 413);
    assert_eq!(ask(&server, &with("Content-Length: -1")).status, 400);
    assert_eq!(ask(&server, &with("Content-Length:")).status, 400);
    assert_eq!(ask(&server, &with("Transfer-Encoding: chunked")).status, 400);
}

#[test]
fn only_its_own_names_are_answered() {
    let server = serving();
    let status = |host: &str| ask(&server, &format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")).status;
    for own in
        ["localhost", "LOCALHOST:4000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:4000", "localhost:"]
    {
        assert_eq!(status(own), 200, "{own}");
    }
    for foreign in [
        "poles.example",
        "localhost.poles.example",
        "127.0.0.1.poles.example:4000",
        "",
        "::1",
        "localhost:a",
        "a@localhost",
        "192.0.2.1",
        "[::1",
        "localhost:1:2",
    ] {
        assert_eq!(status(foreign), 421, "{foreign}");
    }
    assert_eq!(ask(&server, "GET / HTTP/1.1\r\n\r\n").status, 400);
    assert_eq!(ask(&server, "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n").status, 400);
    let in_full = |url: &str| ask(&server, &format!("GET {url} HTTP/1.1\r\nHost: localhost\r\n\r\n")).status;
    assert_eq!(in_full("http://localhost:4000/"), 200);
    assert_eq!(in_full("http://localhost"), 200);
    assert_eq!(in_full("http://poles.example/"), 421);
    assert_eq!(in_full("https://localhost/"), 400);
}

#[test]
fn a_server_that_was_told_answers_to_other_names() {
    let mut server = Server::bind("0.0.0.0", Some(0)).expect("bound");
    assert!(!server.is_local());
    server.allow_host("Atelier.local");
    let server = Running::run(server, pages);
    let status = |host: &str| ask(&server, &format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")).status;
    assert_eq!(status("atelier.local:4000"), 200);
    assert_eq!(status("192.0.2.7:4000"), 200);
    assert_eq!(status("[2001:db8::1]"), 200);
    assert_eq!(status("poles.example"), 421);
}

#[test]
fn refusals_are_worded_by_whoever_serves() {
    let mut server = Server::bind("127.0.0.1", Some(0)).expect("bound");
    assert!(server.is_local());
    server.word_refusals(|refusal| match refusal {
        Refusal::ForeignHost(host) => format!("pas pour {host}"),
        _ => "non".to_owned(),
    });
    let server = Running::run(server, pages);
    let reply = ask(&server, "GET / HTTP/1.1\r\nHost: poles.example\r\n\r\n");
    assert_eq!(
        (reply.text().as_str(), reply.header("content-type")),
        ("pas pour poles.example\n", Some("text/plain; charset=utf-8"))
    );
    assert_eq!(get(&server, "/drop").text(), "non\n");
}

#[test]
fn paths_are_decoded_once_and_lead_nowhere_else() {
    let server = serving();
    for (target, path) in [
        ("/p%C3%B4les/", "/pôles/"),
        ("/pôles/", "/pôles/"),
        ("/a%20b+c", "/a b+c"),
        ("/%252e%252e/secret", "/%2e%2e/secret"),
        ("/a/...", "/a/..."),
        ("/.well-known/a", "/.well-known/a"),
        ("/a?b=/../c", "/a"),
        ("/100%25", "/100%"),
    ] {
        assert_eq!(get(&server, target).text(), path, "{target}");
    }
    for target in [
        "/../secret",
        "/a/../b",
        "/..",
        "/.",
        "/a/./b",
        "/%2e%2e/secret",
        "/%2E./secret",
        "/a%2f..%2fsecret",
        "/..%2fsecret",
        "/..%5csecret",
        "/a\\b",
        "//secret",
        "/a//b",
        "/%2f/secret",
        "/a%00b",
        "/%00",
        "/a%0ab",
        "/a%7fb",
        "/%ff",
        "/%c0%ae%c0%ae/",
        "/a%",
        "/a%2",
        "/a%zz",
        "/a%+1",
        "/a#b",
        "a",
        "*",
        "?a",
    ] {
        assert_eq!(get(&server, target).status, 400, "{target}");
    }
}

#[test]
fn queries_and_headers_are_given_decoded() {
    let server = serving();
    assert_eq!(get(&server, "/query?p=1&q=d%C3%A9j%C3%A0+vu&q=2").text(), "déjà vu");
    assert_eq!(get(&server, "/query?q").text(), "");
    assert_eq!(get(&server, "/query?q=100%&=&&").text(), "100%");
    assert_eq!(get(&server, "/query?Q=1").text(), "none");
    let reply = ask(&server, "GET /agent HTTP/1.1\r\nHost: localhost\r\nuser-agent:  a browser \r\n\r\n");
    assert_eq!(reply.text(), "a browser");
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let server = serving();
    let with = |tags: &str| {
        ask(&server, &format!("GET / HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: {tags}\r\n\r\n"))
    };
    for known in ["\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*"] {
        let reply = with(known);
        assert_eq!(
            (reply.status, reply.header("etag"), reply.body.len()),
            (304, Some("\"v1\""), 0),
            "{known}"
        );
        assert_eq!((reply.header("content-type"), reply.header("content-length")), (None, None));
    }
    for other in ["\"v2\"", "v1", "", "\"v1"] {
        assert_eq!(with(other).status, 200, "{other}");
    }
}

#[test]
fn parts_of_a_body_are_sent_when_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("digits"), "0123456789").expect("written");
    let root = folder.path().to_owned();
    let server = Running::start(Limits::default(), move |exchange| {
        let tagged = |body| Response::new(200, "text/plain", body).with_tag("ten");
        let response = match exchange.request().path() {
            "/file" => {
                tagged(grappe::host::http::Body::from(open_confined(&root, "digits").expect("a file")))
            }
            "/bytes" => tagged("0123456789".to_owned().into()),
            _ => Response::new(200, "text/plain", Vec::new()),
        };
        exchange.respond(response);
    });
    let range = |path: &str, headers: &str| {
        ask(&server, &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n"))
    };
    for path in ["/file", "/bytes"] {
        for (asked, part, place) in [
            ("bytes=0-0", "0", "bytes 0-0/10"),
            ("bytes=2-5", "2345", "bytes 2-5/10"),
            ("bytes=7-", "789", "bytes 7-9/10"),
            ("bytes=7-99999999999999999999999999", "789", "bytes 7-9/10"),
            ("bytes=-3", "789", "bytes 7-9/10"),
            ("bytes=-30", "0123456789", "bytes 0-9/10"),
            ("Bytes=1-1", "1", "bytes 1-1/10"),
        ] {
            let reply = range(path, &format!("Range: {asked}"));
            assert_eq!(
                (reply.status, reply.text().as_str(), reply.header("content-range")),
                (206, part, Some(place)),
                "{asked}"
            );
            assert_eq!(reply.header("content-length"), Some(part.len().to_string().as_str()));
        }
        for beyond in ["bytes=10-", "bytes=99999999999999999999-", "bytes=-0", "bytes=18446744073709551615-"]
        {
            let reply = range(path, &format!("Range: {beyond}"));
            assert_eq!(
                (reply.status, reply.header("content-range"), reply.body.len()),
                (416, Some("bytes */10"), 0),
                "{beyond}"
            );
        }
        for whole in [
            "bytes=0-1,3-4",
            "bytes=5-2",
            "bytes=",
            "bytes=-",
            "bytes=a-b",
            "bytes=+1-2",
            "lines=1-2",
            "1-2",
            "bytes=--1",
        ] {
            let reply = range(path, &format!("Range: {whole}"));
            assert_eq!((reply.status, reply.text().as_str()), (200, "0123456789"), "{whole}");
        }
        assert_eq!(range(path, "Range: bytes=0-1\r\nIf-Range: \"ten\"").status, 206);
        assert_eq!(range(path, "Range: bytes=0-1\r\nIf-Range: \"nine\"").status, 200);
        assert_eq!(range(path, "Range: bytes=0-1\r\nIf-Range: W/\"ten\"").status, 200);
        assert_eq!(range(path, "Range: bytes=0-1\r\nIf-None-Match: \"ten\"").status, 304);
        let head =
            ask(&server, &format!("HEAD {path} HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\n\r\n"));
        assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, Some("10"), 0));
    }
    assert_eq!(range("/empty", "Range: bytes=0-").status, 416);
    assert_eq!(range("/empty", "Range: bytes=-5").status, 200);
}

#[test]
fn a_header_cannot_be_split_nor_say_what_the_server_says() {
    let server = serving();
    for path in ["/split", "/own"] {
        let reply = get(&server, path);
        assert_eq!((reply.status, reply.header("set-cookie"), reply.body.len()), (500, None, 0), "{path}");
    }
}

#[test]
fn a_handler_that_fails_costs_one_answer() {
    let server = serving();
    for path in ["/panic", "/drop"] {
        assert_eq!(get(&server, path).status, 500, "{path}");
    }
    assert_eq!(get(&server, "/").status, 200);
}

#[test]
fn half_open_connections_keep_no_browser_out() {
    let server = serving();
    let mut idle: Vec<_> = (0..500)
        .map(|number| {
            let mut stream = connect(&server);
            if number % 2 == 0 {
                stream.write_all(b"GET / HTTP/1.1\r\nHost:").expect("sent");
            }
            stream
        })
        .collect();
    let started = Instant::now();
    assert_eq!(get(&server, "/").status, 200);
    assert!(started.elapsed() < Duration::from_secs(1), "answered after {:?}", started.elapsed());
    let oldest = idle.first_mut().expect("a connection");
    assert!(matches!(oldest.read(&mut [0]), Ok(0) | Err(_)), "the oldest gave up its place");
    let youngest = idle.last_mut().expect("a connection");
    youngest.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
    assert_eq!(read_reply(youngest).status, 200);
}

#[test]
fn a_head_that_drips_is_late_as_a_whole() {
    let limits = Limits { head_time: Duration::from_millis(300), ..Limits::default() };
    let server = Running::start(limits, pages);
    let mut stream = connect(&server);
    stream.set_read_timeout(Some(Duration::from_millis(20))).expect("set");
    let started = Instant::now();
    stream.write_all(b"GET / HTTP/1.1\r\nX: ").expect("sent");
    let mut status = [0; 12];
    loop {
        match stream.read_exact(&mut status) {
            Ok(()) => break,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                assert!(started.elapsed() < SOON, "a slow client is never late");
                stream.write_all(b"a").expect("sent");
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(&status, b"HTTP/1.1 408");
    assert!(started.elapsed() >= Duration::from_millis(300));
}

#[test]
fn a_connection_that_says_nothing_is_closed_in_silence() {
    let limits = Limits { head_time: Duration::from_millis(50), ..Limits::default() };
    let server = Running::start(limits, pages);
    let mut told = Vec::new();
    connect(&server).read_to_end(&mut told).expect("closed");
    assert!(told.is_empty(), "{}", shown(&told));
}

#[test]
fn a_client_that_stops_reading_loses_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let big = File::create(folder.path().join("big")).expect("a file");
    big.set_len(1 << 28).expect("its length");
    let root = folder.path().to_owned();
    let handler = move |exchange: grappe::host::http::Exchange| match exchange.request().path() {
        "/big" => {
            exchange.respond(Response::new(200, "video/mp4", open_confined(&root, "big").expect("a file")));
        }
        _ => pages(exchange),
    };
    let stall = |server: &Running| {
        let mut stream = connect(server);
        stream.write_all(b"GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
        stream.read_exact(&mut [0; 12]).expect("it begins");
        stream
    };

    // Another needs it.
    let needed = Limits { connections: 1, place_time: Duration::ZERO, ..Limits::default() };
    let server = Running::start(needed, handler.clone());
    let stalled = stall(&server);
    assert_eq!(get(&server, "/").status, 200);
    drop((stalled, server));

    // It was waited for long enough.
    let impatient = Limits {
        connections: 1,
        write_time: Duration::from_millis(100),
        place_time: SOON,
        ..Limits::default()
    };
    let server = Running::start(impatient, handler);
    let stalled = stall(&server);
    let started = Instant::now();
    while http_client::status_if_any(&server, "/") != Some(200) {
        assert!(started.elapsed() < SOON, "a client that reads nothing keeps its place");
    }
    drop(stalled);
}

#[test]
fn held_exchanges_are_answered_from_elsewhere() {
    let held = Arc::new(Held::new(2));
    let holding = Arc::clone(&held);
    let server = Running::start(Limits::default(), move |exchange| {
        let page = exchange.request().query("page").unwrap_or_default().to_owned();
        holding.hold(exchange, page);
    });
    let wait_for = |page: &str, count: usize| {
        let mut stream = connect(&server);
        stream
            .write_all(format!("GET /?page={page} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes())
            .expect("sent");
        eventually(|| held.count() == count, "it is held");
        stream
    };
    let (mut first, second) = (wait_for("a", 1), wait_for("b", 2));

    held.answer(|page, _| (page == "a").then(|| Response::new(200, "application/json", "{}".to_owned())));
    assert_eq!(read_reply(&mut first).text(), "{}");
    assert_eq!(held.count(), 1);

    // One whose client went away makes room before any other has to.
    let mut third = wait_for("c", 2);
    drop(second);
    eventually(|| held.count() == 1, "the client's going is seen");
    let mut fourth = wait_for("d", 2);
    let mut fifth = connect(&server);
    fifth.write_all(b"GET /?page=e HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
    assert_eq!(read_reply(&mut third).status, 204, "the oldest makes room");
    held.answer(|_, since| (since < SOON).then(|| Response::empty(204)));
    assert_eq!((read_reply(&mut fourth).status, read_reply(&mut fifth).status), (204, 204));
    assert_eq!(held.count(), 0);
}

#[test]
fn held_exchanges_keep_no_more_places_than_there_are() {
    let held = Arc::new(Held::new(10));
    let holding = Arc::clone(&held);
    let limits = Limits { connections: 1, ..Limits::default() };
    let server = Running::start(limits, move |exchange| holding.hold(exchange, ()));
    let mut stream = connect(&server);
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
    eventually(|| held.count() == 1, "it is held");
    assert_eq!(http_client::status_if_any(&server, "/").unwrap_or(503), 503);
    held.answer(|(), _| Some(Response::empty(204)));
    assert_eq!(read_reply(&mut stream).status, 204);
}

#[test]
fn a_server_that_is_stopped_lets_everyone_go() {
    let held = Arc::new(Held::new(10));
    let holding = Arc::clone(&held);
    let server = Running::start(Limits::default(), move |exchange| holding.hold(exchange, ()));
    let mut idle = connect(&server);
    let mut waiting = connect(&server);
    waiting.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
    eventually(|| held.count() == 1, "it is held");
    let started = Instant::now();
    drop(server);
    assert!(started.elapsed() < Duration::from_secs(2), "stopped after {:?}", started.elapsed());
    for stream in [&mut idle, &mut waiting] {
        assert!(matches!(stream.read(&mut [0]), Ok(0) | Err(_)));
    }
}

#[test]
fn a_port_that_was_asked_for_is_had_or_told() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("bound");
    let port = taken.local_addr().expect("an address").port();
    assert!(
        matches!(Server::bind("127.0.0.1", Some(port)), Err(BindError::Taken { port: told }) if told == port)
    );
    assert!(matches!(Server::bind("no host", None), Err(BindError::UnknownHost { .. })));
    assert!(matches!(Server::bind("192.0.2.1", Some(0)), Err(BindError::UnknownHost { .. })));
    // Of two servers that ask for no port, one at least has to take another than the usual one.
    let (first, second) = (Server::bind("127.0.0.1", None), Server::bind("127.0.0.1", None));
    assert_ne!(first.expect("bound").address().port(), second.expect("bound").address().port());
}

#[test]
fn only_regular_files_below_the_folder_are_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("media");
    fs::create_dir_all(root.join("sub")).expect("folders");
    fs::write(folder.path().join("secret"), "secret").expect("written");
    fs::write(root.join("sub/open"), "open").expect("written");
    assert_eq!(open_confined(&root, "sub/open").expect("a file").length(), 4);
    let outside = folder.path().join("secret");
    for path in [
        "../secret",
        "sub/../../secret",
        outside.to_str().expect("text"),
        "/secret",
        "sub/../sub/open",
        "./sub/open",
        "a\0b",
    ] {
        assert!(matches!(open_confined(&root, path), Err(OpenError::Outside)), "{path:?}");
    }
    for missing in ["none", "sub/none", "sub/open/below"] {
        assert!(matches!(open_confined(&root, missing), Err(OpenError::Missing)), "{missing}");
    }
    for folder in ["sub", ""] {
        assert!(matches!(open_confined(&root, folder), Err(OpenError::NoFile)), "{folder:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_and_pipes_are_not_opened() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("media");
    fs::create_dir_all(root.join("sub")).expect("folders");
    fs::create_dir(folder.path().join("media-2")).expect("a folder");
    fs::write(folder.path().join("media-2/secret"), "secret").expect("written");
    fs::write(root.join("sub/open"), "open").expect("written");
    symlink(folder.path().join("media-2/secret"), root.join("file")).expect("a link");
    symlink("../media-2", root.join("folder")).expect("a link");
    symlink("sub/open", root.join("inside")).expect("a link");
    symlink("loop", root.join("loop")).expect("a link");
    symlink("/dev/zero", root.join("zero")).expect("a link");
    assert!(matches!(open_confined(&root, "file"), Err(OpenError::Outside)));
    assert!(matches!(open_confined(&root, "folder/secret"), Err(OpenError::Outside)));
    assert!(matches!(open_confined(&root, "zero"), Err(OpenError::Outside)));
    assert!(open_confined(&root, "loop").is_err());
    assert!(open_confined(&root, "inside").is_ok());
    let made = std::process::Command::new("mkfifo").arg(root.join("pipe")).status().expect("mkfifo runs");
    assert!(made.success());
    assert!(matches!(open_confined(&root, "pipe"), Err(OpenError::NoFile)));
    // The folder itself may be reached by a link.
    symlink(&root, folder.path().join("site")).expect("a link");
    assert!(open_confined(&folder.path().join("site"), "sub/open").is_ok());
}

#[test]
fn types_go_by_the_ending_of_the_name() {
    for (name, known) in [
        ("/a/index.html", "text/html; charset=utf-8"),
        ("PHOTO.JPG", "image/jpeg"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("notes.fr.vtt", "text/vtt; charset=utf-8"),
        ("police.woff2", "font/woff2"),
        ("dossier.pdf/fichier", "application/octet-stream"),
        ("LISEZMOI", "application/octet-stream"),
        ("a.inconnu", "application/octet-stream"),
    ] {
        assert_eq!(content_type(name), known, "{name}");
    }
}

#[test]
fn a_client_that_leaves_at_any_point_harms_nobody() {
    let server = serving();
    let request = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for cut in 0..=request.len() {
        let mut stream = connect(&server);
        stream.write_all(&request[..cut]).expect("sent");
        if cut % 2 == 0 {
            stream.shutdown(Shutdown::Both).expect("closed");
        }
    }
    assert_eq!(get(&server, "/").status, 200);
}

/// Waits for what is to come without a fixed time.
fn eventually(mut is_so: impl FnMut() -> bool, what: &str) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < SOON, "never: {what}");
        std::thread::yield_now();
    }
}

mod any_bytes {
    use proptest::prelude::*;

    use super::{Limits, Running, get, pages};
    use crate::http_client::exchange_bytes;

    /// Requests with some bytes put in, taken out or changed, so that deep parts are reached too.
    fn almost_requests() -> impl Strategy<Value = Vec<u8>> {
        let sound = "GET /a%20b?c=d HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\nIf-None-Match: \"v1\"\r\nContent-Length: 0\r\n\r\n";
        let wounds = prop::collection::vec(
            (0..sound.len(), prop::collection::vec(any::<u8>(), 0..4), 0..3_usize),
            1..6,
        );
        wounds.prop_map(move |wounds| {
            let mut bytes = sound.as_bytes().to_vec();
            for (at, put, taken) in wounds {
                let start = at.min(bytes.len());
                let end = (start + taken).min(bytes.len());
                bytes.splice(start..end, put);
            }
            bytes
        })
    }

    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![prop::collection::vec(any::<u8>(), 0..2000), almost_requests()]
    }

    #[test]
    fn are_answered_or_closed_and_stop_nothing() {
        let server = Running::start(Limits::default(), pages);
        proptest!(ProptestConfig::with_cases(500), |(bytes in bytes(), cut in any::<prop::sample::Index>())| {
            let cut = cut.index(bytes.len() + 1);
            let told = exchange_bytes(&server, &bytes[..cut], &bytes[cut..]);
            prop_assert!(told.is_empty() || told.starts_with(b"HTTP/1.1 "), "{}", super::shown(&told));
            // A thread that panics closes its connection without a word, which is for silence alone.
            prop_assert!(bytes.is_empty() || !told.is_empty(), "no word on {}", super::shown(&bytes));
        });
        assert_eq!(get(&server, "/").status, 200);
    }
}
