//! `grappe serve` as people use it: the program itself, on a small site of its own on the disk, and
//! browsers that ask.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk, and know a clock")]
#![cfg(target_os = "linux")]

mod answers;
mod edits;
mod endurance;
mod impact;
mod share;
mod site;

#[path = "../http_client/reply.rs"]
mod reply;
