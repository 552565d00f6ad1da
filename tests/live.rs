//! `grappe audit --live` asks a host, says what it does, and keeps it where that is wanted. The hosts of these
//! tests are on the loopback.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::thread;

use grappe::world::World as _;

/// What a host answers to a path, and whether it was asked under a condition.
type Answers = fn(path: &str, is_conditional: bool) -> String;

fn good(path: &str, is_conditional: bool) -> String {
    match (path, is_conditional) {
        (_, true) => "304 Not Modified\r\nETag: \"a\"\r\n".to_owned(),
        (path, _) if path.starts_with("/assets/") => {
            "200 OK\r\nContent-Encoding: br\r\nCache-Control: public, max-age=31536000, immutable\r\n"
                .to_owned()
        }
        ("/", _) => {
            "200 OK\r\nContent-Encoding: gzip\r\nCache-Control: no-cache\r\nETag: \"a\"\r\n".to_owned()
        }
        _ => "404 Not Found\r\n".to_owned(),
    }
}

fn bad(_: &str, _: bool) -> String {
    "200 OK\r\nCache-Control: max-age=60\r\n".to_owned()
}

fn nonsense(_: &str, _: bool) -> String {
    "\0\0".to_owned()
}

/// A host on the loopback, that answers until the test ends.
fn host(answers: Answers) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        listener.incoming().filter_map(Result::ok).for_each(|stream| answer(stream, answers));
    });
    address
}

fn answer(mut stream: TcpStream, answers: Answers) {
    let lines = BufReader::new(stream.try_clone().expect("the same stream")).lines();
    let head: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    // Whoever only looks whether anyone is there asks for nothing.
    let Some(path) = head.first().and_then(|line| line.split(' ').nth(1)) else { return };
    let is_conditional = head.iter().any(|line| line.to_ascii_lowercase().starts_with("if-none-match"));
    let _ = write!(stream, "HTTP/1.1 {}Connection: close\r\n\r\n", answers(path, is_conditional));
}

fn small_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let world = support::site_of_quays();
    for path in world.paths() {
        let place = folder.path().join(path.as_str());
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, world.read(path).expect("a file")).expect("a file");
    }
    folder
}

fn grappe(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grappe"));
    command.arg("--site").arg(folder).args(["--lang", "fr", "audit"]).args(arguments);
    command.output().expect("grappe")
}

fn printed(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn what_a_host_does_is_told_and_kept() {
    let folder = small_site();
    let address = host(good);
    let output = grappe(folder.path(), &["--live", &address, "--record"]);
    assert_eq!(
        printed(&output),
        [
            "✓ Les pages et les styles sont envoyés compressés",
            "✓ Ce qui n’a pas changé n’est pas envoyé de nouveau",
            "✓ Une adresse absente répond 404",
            "✗ HTTP/2",
            "✗ TLS 1.3",
            "✗ IPv6",
        ]
    );
    assert_eq!(output.status.code(), Some(1));
    let kept = fs::read_to_string(folder.path().join("host-verification.toml")).expect("the record");
    let kept: toml::Table = kept.parse().expect("TOML");
    assert_eq!(kept["address"].as_str(), Some(address.as_str()));
    let of = |key: &str| kept[key].as_bool();
    assert_eq!(
        ["compression", "caching", "http2", "ipv6", "tls"].map(of),
        [true, true, false, false, false].map(Some)
    );
}

#[test]
fn a_host_that_does_nothing_right_is_told_so_and_nothing_is_kept_unasked() {
    let folder = small_site();
    let output = grappe(folder.path(), &["--live", &host(bad)]);
    assert_eq!(printed(&output).iter().filter(|line| line.starts_with('✗')).count(), 6, "{output:?}");
    assert!(!folder.path().join("host-verification.toml").exists());
}

#[test]
fn what_is_no_host_is_told_in_plain_words() {
    let folder = small_site();
    let nobody =
        format!("http://{}", TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("one"));
    for (address, code) in [("quays.example", 2), (nobody.as_str(), 3), (host(nonsense).as_str(), 3)] {
        let output = grappe(folder.path(), &["--live", address, "--record"]);
        assert_eq!(output.status.code(), Some(code), "{address}: {output:?}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(address) && told.starts_with("erreur"), "{told}");
        assert!(!folder.path().join("host-verification.toml").exists());
    }
}
