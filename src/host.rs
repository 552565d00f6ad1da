//! The only floor that touches the machine: the disk and the clock.
#![expect(clippy::disallowed_methods, reason = "this floor is the outside")]

mod disk;
pub mod http;
mod last_build;
mod ledger;
pub mod live;
mod making;
mod memory;
mod mend;
pub mod serve;
mod stopwatch;
mod texts;
pub mod watch;
mod witness;
mod write;

pub use disk::{Clock, DiskWorld};
pub use ledger::BuiltFor;
pub use memory::DiskMemory;
pub use mend::{MendError, mend, unmend};
pub use stopwatch::{Laps, Stopwatch};
pub use write::{Changes, Target, WriteError, built_for, release, write};
