//! A small site in a folder of its own, and the program that previews it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::reply::{Reply, shown};

/// Noon, universal time, on 21 November 2026.
const NOW: &str = "1795262400";

/// An edit is seen long before.
const DEADLINE: Duration = Duration::from_mins(1);

/// The post that tests edit, and its page.
pub const POST: &str = "content/news/2023/2023-03-30-enter.md";
pub const PAGE: &str = "/actualites/2023/enter/";

const TEMPLATE: &str = r#"<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>{{ post.title.text }}</title>
<link rel="stylesheet" href="{{ "css/site.css" | asset }}"></head>
<body><main><h1>{{ post.title.text }}</h1>
{{ post.body.parts | prose(labels=labels) }}</main></body>
</html>
"#;

/// The text of a post.
pub fn post(title: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2023-03-30\n---\n\nLe pôle a reçu son label.\n")
}

/// A site on the disk, removed with its folder.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// One post, one draft, a page, a style sheet and a document.
    pub fn new() -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a folder") };
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/build.in");
        copy(&model, site.folder());
        site.write("themes/nu/templates/post.html", TEMPLATE);
        site.write("themes/nu/assets/css/site.css", "h1 { color: teal }\n");
        site.write("content/documents/programme.pdf", "0123456789");
        site
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder().join(below)
    }

    pub fn write(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).expect("renamed");
    }

    /// Every file with its bytes; links with where they lead.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.folder().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("listed") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).expect("read");
                    files.insert(path, bytes);
                }
            }
        }
        files
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_grappe"));
        command.current_dir(self.folder()).args(arguments);
        command.env("SOURCE_DATE_EPOCH", NOW).env("NO_COLOR", "1").env("LC_ALL", "fr_FR.UTF-8");
        command
    }

    /// Runs a command to its end.
    pub fn grappe(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("run")
    }

    /// Previews the site on a port of its own.
    pub fn serve(&self, arguments: &[&str]) -> Preview {
        let arguments = [&["serve", "--port", "0"], arguments].concat();
        Preview::start(self.command(&arguments))
    }

    /// Previews the site with just these arguments.
    pub fn serve_with(&self, arguments: &[&str]) -> Preview {
        Preview::start(self.command(arguments))
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copied");
        }
    }
}

/// What the program said so far.
#[derive(Default)]
struct Told {
    text: Mutex<(String, bool)>,
    more: Condvar,
}

/// A running preview, which ends with its scope.
pub struct Preview {
    child: Child,
    address: SocketAddr,
    told: Arc<Told>,
    listener: Option<JoinHandle<()>>,
}

impl Preview {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().expect("started");
        let stderr = child.stderr.take().expect("a pipe");
        let told = Arc::new(Told::default());
        let listener = std::thread::spawn({
            let told = told.clone();
            move || {
                for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                    told.text.lock().expect("no panic").0 += &(line + "\n");
                    told.more.notify_all();
                }
                told.text.lock().expect("no panic").1 = true;
                told.more.notify_all();
            }
        });
        let unknown = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut preview = Self { child, address: unknown, told, listener: Some(listener) };
        let first = preview.until_told(|told| told.contains('\n'));
        let address = first.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        preview.address =
            address.and_then(|it| it.parse().ok()).unwrap_or_else(|| panic!("no address: {first}"));
        preview
    }

    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// What the terminal shows.
    pub fn told(&self) -> String {
        self.told.text.lock().expect("no panic").0.clone()
    }

    /// The same once it is so.
    pub fn until_told(&self, is_so: impl Fn(&str) -> bool) -> String {
        let told = self.told.text.lock().expect("no panic");
        let waits = |(text, is_over): &mut (String, bool)| !is_so(text) && !*is_over;
        let (told, _) = self.told.more.wait_timeout_while(told, DEADLINE, waits).expect("no panic");
        assert!(is_so(&told.0), "the terminal says: {}", told.0);
        told.0.clone()
    }

    /// Sends bytes and reads the answer to its end.
    pub fn ask(&self, request: &str) -> Reply {
        let mut stream = self.send(request);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer to its end");
        Reply::parse(&bytes).unwrap_or_else(|| panic!("no answer: {}", shown(&bytes)))
    }

    /// Sends bytes and waits for no answer.
    pub fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).expect("connected");
        stream.set_read_timeout(Some(DEADLINE)).expect("set");
        stream.write_all(request.as_bytes()).expect("sent");
        stream
    }

    /// Asks with more headers, each with its end of line.
    pub fn get_with(&self, target: &str, headers: &str) -> Reply {
        self.ask(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"))
    }

    pub fn get(&self, target: &str) -> Reply {
        self.get_with(target, "")
    }

    /// The page at an address once it is so; the preview itself says when to ask again.
    pub fn until(&self, address: &str, is_so: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let page = self.get(address).text();
            if is_so(&page) {
                return page;
            }
            assert!(Instant::now() < deadline, "{address} stays: {page}");
            self.get(&question(&page));
        }
    }

    /// The same for what is told at once.
    pub fn until_status(&self, address: &str, status: u16) -> Reply {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let reply = self.get(address);
            if reply.status == status {
                return reply;
            }
            assert!(Instant::now() < deadline, "{address} stays {}", reply.status);
            self.get(&question(&reply.text()));
        }
    }
}

/// What a page's script asks: whether anything is newer.
pub fn question(page: &str) -> String {
    let data = |name: &str| {
        let rest =
            page.split(&format!("data-{name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {page}"));
        rest.split('"').next().unwrap_or_default()
    };
    let (address, version, state) = (data("page"), data("version"), data("state"));
    format!("/_grappe/watch?page={address}&version={version}&state={state}")
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}
