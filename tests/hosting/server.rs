//! A real server on a free port of the loopback, stopped when it goes out of scope, and a plain client.

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tempfile::TempDir;

use crate::reply::{Reply, shown};
use crate::site::SITE;

/// A server is up long before, and answers long before.
const DEADLINE: Duration = Duration::from_secs(30);

const IN_A_TARGET: &AsciiSet = &CONTROLS.add(b' ').add(b'{').add(b'}');

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nginx,
    Apache,
    Caddy,
}

/// A server that runs.
pub struct Server {
    pub kind: Kind,
    pub address: SocketAddr,
    process: Child,
    /// Its configuration and logs.
    folder: TempDir,
}

impl Server {
    pub fn start(kind: Kind) -> Self {
        // Between being found free and being taken, a port may become another's.
        (0..5).find_map(|_| Self::try_start(kind)).unwrap_or_else(|| panic!("{kind:?} does not start"))
    }

    fn try_start(kind: Kind) -> Option<Self> {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = free.local_addr().expect("an address");
        drop(free);
        let folder = tempfile::tempdir().expect("a folder");
        let log =
            OpenOptions::new().create(true).append(true).open(folder.path().join("log")).expect("a log");
        let mut command = kind.command(folder.path(), address.port());
        command.env("XDG_DATA_HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path());
        let process = command.stdout(Stdio::null()).stderr(log).spawn().expect("the server starts");
        let mut server = Self { kind, address, process, folder };
        server.is_up().then_some(server)
    }

    fn is_up(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < DEADLINE {
            if TcpStream::connect(self.address).is_ok() {
                return true;
            }
            if let Some(status) = self.process.try_wait().expect("its state") {
                eprintln!("{:?} ended: {status}\n{}", self.kind, self.log());
                return false;
            }
            park_timeout(Duration::from_millis(10));
        }
        panic!("{:?} takes no connection\n{}", self.kind, self.log());
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What it answers to a request for an address, with some headers more.
    pub fn get(&self, address: &str, headers: &[(&str, &str)]) -> Reply {
        let target = utf8_percent_encode(address, IN_A_TARGET);
        let more: String = headers.iter().flat_map(|(name, value)| [name, ": ", value, "\r\n"]).collect();
        let request = format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n");
        let mut stream = TcpStream::connect(self.address).expect("connected");
        stream.set_read_timeout(Some(DEADLINE)).expect("set");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut told = Vec::new();
        stream.read_to_end(&mut told).expect("an answer to its end");
        let mut reply = Reply::parse(&told).unwrap_or_else(|| panic!("no answer: {}", shown(&told)));
        if reply.header("transfer-encoding") == Some("chunked") {
            reply.body = unchunked(&reply.body);
        }
        reply
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // They end their own children when they are asked to end.
        let asked = Command::new("kill").arg(self.process.id().to_string()).status();
        if asked.is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

impl Kind {
    const fn program(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache2",
            Self::Caddy => "caddy",
        }
    }

    fn command(self, folder: &Path, port: u16) -> Command {
        let name = self.program();
        let program = program(name).unwrap_or_else(|| {
            panic!("{name} is absent: install it (Debian: apt-get install {name}), or run tests/run --without-servers")
        });
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/hosting/{name}.conf"));
        let text = fs::read_to_string(model).expect("a model");
        let text = text
            .replace("{site}", &SITE.folder.display().to_string())
            .replace("{folder}", &folder.display().to_string())
            .replace("{port}", &port.to_string());
        let file = folder.join("conf");
        fs::write(&file, text).expect("written");
        let mut command = Command::new(program);
        match self {
            Self::Nginx => {
                command.arg("-e").arg(folder.join("log")).arg("-p").arg(folder).arg("-c").arg(file)
            }
            Self::Apache => command.arg("-D").arg("FOREGROUND").arg("-f").arg(file),
            Self::Caddy => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file),
        };
        command
    }
}

/// Where a program is; servers lie where only administrators look.
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    folders.map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn unchunked(body: &[u8]) -> Vec<u8> {
    let (mut whole, mut rest) = (Vec::new(), body);
    while let Some(end) = rest.windows(2).position(|pair| pair == b"\r\n") {
        let length = std::str::from_utf8(&rest[..end]).expect("a length");
        let length = usize::from_str_radix(length, 16).expect("a length");
        whole.extend_from_slice(&rest[end + 2..end + 2 + length]);
        rest = &rest[(end + 4 + length).min(rest.len())..];
    }
    whole
}
