//! A bounded HTTP server for one machine: GET and HEAD, one request a connection.
//!
//! It knows nothing of what it serves. A handler is given an [`Exchange`] for each sound request and
//! answers it, at once or later from another thread ([`Held`]). Whatever a client sends or withholds,
//! a browser gets in: everything a client can use up has a bound in [`Limits`], and those who have not
//! said what they want give up their places first.
//!
//! A connection has a thread only while its request is read, handled and answered.

mod answer;
mod bind;
mod confined;
mod connection;
mod connections;
mod exchange;
mod head;
mod held;
mod hosts;
mod limits;
mod range;
mod refusal;
mod request;
mod response;
mod server;
mod target;

pub use crate::media_type::content_type;
pub use bind::{BindError, USUAL_PORT};
pub use confined::{OpenError, OpenFile, open_confined};
pub use exchange::Exchange;
pub use held::Held;
pub use limits::Limits;
pub use refusal::Refusal;
pub use request::{Method, Request};
pub use response::{Body, Response};
pub use server::{Server, Stopper};
