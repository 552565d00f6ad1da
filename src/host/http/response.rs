//! What a handler answers.

use std::borrow::Cow;
use std::sync::Arc;

use super::confined::OpenFile;

/// The body of an answer.
#[derive(Debug)]
pub enum Body {
    /// None.
    Empty,
    /// Bytes, which may be shared with whoever keeps them.
    Bytes(Arc<[u8]>),
    /// A file, which is never held in memory.
    File(OpenFile),
}

impl Body {
    pub(super) fn length(&self) -> u64 {
        match self {
            Self::Empty => 0,
            Self::Bytes(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Self::File(file) => file.length(),
        }
    }
}

impl From<Arc<[u8]>> for Body {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<OpenFile> for Body {
    fn from(file: OpenFile) -> Self {
        Self::File(file)
    }
}

/// An answer. The server adds lengths, ranges, conditions and the headers that keep a browser careful.
///
/// A header that cannot be sent as it is (a line break in it, a status that is none) makes the whole
/// answer a 500: nothing of it is sent in part.
#[derive(Debug)]
pub struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) tag: Option<String>,
    pub(super) body: Body,
}

impl Response {
    /// An answer without a body.
    pub const fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), tag: None, body: Body::Empty }
    }

    /// An answer with a body of a type, as [`content_type`](super::content_type) gives it.
    pub fn new(status: u16, content_type: impl Into<Cow<'static, str>>, body: impl Into<Body>) -> Self {
        Self { body: body.into(), ..Self::empty(status) }.with_header("Content-Type", content_type)
    }

    /// With a header. It takes the place of the server's own of that name, such as `Cache-Control`.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With what names these bytes and no others (without quotes), so that a browser that has them is
    /// answered 304.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
}
