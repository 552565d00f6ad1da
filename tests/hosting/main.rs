//! The hosting kit, followed by real servers: nginx and Apache, and Caddy where it is installed, each with
//! the real site and a few files more, on the loopback.
//!
//! They are left out of a plain `cargo test`, which needs no server; `tests/run` runs them.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk, and know a clock")]
#![cfg(target_os = "linux")]

mod answers;
mod browser;
mod files;
mod kit;
mod server;
mod site;

#[path = "../http_client/reply.rs"]
mod reply;
#[path = "../support/mod.rs"]
mod support;
