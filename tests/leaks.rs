//! Two thousand requests, and as many saves: no thread and no descriptor is left of them.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk, and know a clock")]
#![cfg(target_os = "linux")]

mod http_client;

use std::fs;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use grappe::host::http::{Held, Limits, Response, open_confined};
use grappe::host::watch::{Changed, Watcher};
use http_client::{Running, connect, get};

/// What is counted is of the whole process: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());
const SOON: Duration = Duration::from_secs(10);

/// Descriptors that the process has open.
fn descriptors() -> usize {
    fs::read_dir("/proc/self/fd").expect("listed").count()
}

/// Threads by the beginning of their names.
fn threads(name: &str) -> usize {
    let tasks = fs::read_dir("/proc/self/task").expect("listed");
    let names = tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("comm")).ok());
    names.filter(|known| known.starts_with(name)).count()
}

fn eventually(mut is_so: impl FnMut() -> bool, what: impl Fn() -> String) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < SOON, "{}", what());
        std::thread::yield_now();
    }
}

#[test]
fn requests_leave_nothing() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), "text").expect("written");
    let root = folder.path().to_owned();
    let held = Arc::new(Held::new(64));
    let holding = Arc::clone(&held);
    let server = Running::start(Limits::default(), move |exchange| match exchange.request().path() {
        "/file" => {
            exchange.respond(Response::new(200, "text/plain", open_confined(&root, "file").expect("a file")));
        }
        "/held" => holding.hold(exchange, ()),
        _ => exchange.respond(Response::empty(404)),
    });
    assert_eq!(get(&server, "/file").status, 200);
    let before = descriptors();
    for number in 0..2000 {
        match number % 4 {
            0 => assert_eq!(get(&server, "/file").text(), "text"),
            1 => assert_eq!(get(&server, "/%00").status, 400),
            // Gone before the end of the head, and while held.
            2 => connect(&server).write_all(b"GET / HT").expect("sent"),
            _ => connect(&server).write_all(b"GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent"),
        }
    }
    // The last may be held after a first look.
    eventually(
        || held.count() == 0 && descriptors() <= before,
        || format!("{} held, {} descriptors, {before} before", held.count(), descriptors()),
    );
    eventually(|| threads("grappe-http") == 0, || format!("{} threads", threads("grappe-http")));
    assert_eq!(get(&server, "/file").status, 200);
}

#[test]
fn saves_leave_nothing() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    fs::create_dir(&content).expect("made");
    let before_all = descriptors();
    let mut watcher = Watcher::new(std::slice::from_ref(&content), &[]);
    let file = content.join("a.md");
    fs::write(&file, "first").expect("written");
    assert_eq!(watcher.next(SOON), Some(Changed::Everything));
    let before = descriptors();
    for number in 0..2000 {
        fs::write(&file, number.to_string()).expect("written");
        if number % 100 == 0 {
            fs::remove_dir_all(&content).expect("removed");
            fs::create_dir(&content).expect("made");
            fs::write(&file, number.to_string()).expect("written");
            assert!(watcher.next(SOON).is_some(), "change {number} is told");
        }
    }
    while watcher.next(Duration::from_millis(400)).is_some() {}
    assert_eq!(descriptors(), before);
    assert_eq!(watcher.warning(), None);
    drop(watcher);
    eventually(
        || descriptors() <= before_all,
        || format!("{} descriptors, {before_all} before", descriptors()),
    );
}
