//! The names that a server answers to.
//!
//! A page elsewhere can have its own name point at this machine and then read what is served here
//! (DNS rebinding). Its requests bear that name, and are refused.

use std::net::IpAddr;

/// The names, in lower case and without ports.
#[derive(Clone, Debug)]
pub(super) struct Hosts {
    names: Vec<String>,
    /// A server that listens on all of a machine's addresses answers to each of them. A number cannot
    /// be pointed elsewhere, so this opens nothing to rebinding.
    answers_to_any_number: bool,
}

impl Hosts {
    /// The names of this machine and the one that was asked for.
    pub(super) fn new(asked: &str, listens_everywhere: bool) -> Self {
        let mut hosts = Self {
            names: ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned).to_vec(),
            answers_to_any_number: listens_everywhere,
        };
        hosts.allow(asked);
        hosts
    }

    /// Adds a name.
    pub(super) fn allow(&mut self, name: &str) {
        let is_bare_number = name.contains(':') && !name.starts_with('[');
        let name = if is_bare_number { format!("[{name}]") } else { name.to_owned() };
        self.names.push(name.to_ascii_lowercase());
    }

    /// Whether a `Host`, with or without a port, is one of the names.
    pub(super) fn answer_to(&self, host: &str) -> bool {
        let Some(name) = without_port(host) else {
            return false;
        };
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
            || self.answers_to_any_number && is_number(name)
    }
}

/// The name before a port; nothing where what follows `:` is no port.
fn without_port(host: &str) -> Option<&str> {
    let after_brackets = host.rfind(']').map_or(0, |at| at + 1);
    let (name, port) = match host.get(after_brackets..)?.find(':') {
        Some(at) => (host.get(..after_brackets + at)?, host.get(after_brackets + at + 1..)?),
        None => (host, ""),
    };
    port.bytes().all(|digit| digit.is_ascii_digit()).then_some(name)
}

fn is_number(name: &str) -> bool {
    let bare = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    bare.parse::<IpAddr>().is_ok()
}
