//! grappe
pub mod source; pub mod locale; pub mod language; pub mod date; pub mod quantity; pub mod suggestion; pub mod world; pub mod diagnostic; pub mod schema; pub mod parse;
