//! Why a request reaches no handler.

/// A request that is answered without a handler. The words are for a developer: whoever serves people
/// gives their own ([`Server::word_refusals`](super::Server::word_refusals)).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// What was sent is no request.
    #[error("this is no HTTP request")]
    Malformed,
    /// The address has parts that lead nowhere safe: `..`, control characters, bytes that are no text.
    #[error("this address cannot be read")]
    BadAddress,
    /// HTTP/1.1 without a `Host`, or with two.
    #[error("the request does not say which host it is for")]
    NoHost,
    /// A name that is not this server's: a page elsewhere may have been pointed at this machine.
    #[error("this server does not answer for the host {0:?}")]
    ForeignHost(String),
    /// Neither GET nor HEAD.
    #[error("only GET and HEAD are answered")]
    Method,
    /// The head was not there in time.
    #[error("the request took too long to arrive")]
    TooSlow,
    /// A body, which is never read.
    #[error("requests with a body are not answered")]
    Body,
    /// A body of unknown length, which is never read.
    #[error("requests with a body are not answered")]
    BodyInPieces,
    /// The address is longer than the bound.
    #[error("this address is too long")]
    AddressTooLong,
    /// The head is longer than the bound.
    #[error("the head of the request is too long")]
    HeadTooLong,
    /// Not HTTP/1.0 or 1.1.
    #[error("only HTTP/1.0 and HTTP/1.1 are spoken here")]
    Version,
    /// The handler gave no answer.
    #[error("the server failed to answer")]
    Unanswered,
    /// All places are taken.
    #[error("the server is busy")]
    Busy,
}

impl Refusal {
    /// The status it is answered with.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed | Self::BadAddress | Self::NoHost | Self::BodyInPieces => 400,
            Self::Method => 405,
            Self::TooSlow => 408,
            Self::Body => 413,
            Self::AddressTooLong => 414,
            Self::ForeignHost(_) => 421,
            Self::HeadTooLong => 431,
            Self::Unanswered => 500,
            Self::Busy => 503,
            Self::Version => 505,
        }
    }
}
