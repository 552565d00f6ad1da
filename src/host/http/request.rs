//! What a client asks for.

/// The methods that are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The head and the body.
    Get,
    /// The head alone. The server leaves the body out: a handler answers as for [`Method::Get`].
    Head,
}

/// A sound request, decoded.
#[derive(Clone, Debug)]
pub struct Request {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
}

impl Request {
    /// The method.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The path, decoded, from `/` on. It has no `.` or `..`, no empty part but the last, no backslash
    /// and no control character; a `%` in it is a `%` that was encoded.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The first value of a name in the query, decoded.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}
