//! The files that a host follows: where each lies, and which are made.

use super::Address;
use crate::config::Server;

/// A file that a host follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostingFile {
    /// Headers, for hosts that read `_headers`.
    Headers,
    /// Former addresses, for hosts that read `_redirects`.
    Redirects,
    /// Everything, for Apache.
    Apache,
    /// Everything, for nginx.
    Nginx,
    /// Everything, for Caddy.
    Caddy,
}

impl HostingFile {
    /// Every file.
    pub const ALL: [Self; 5] = [Self::Headers, Self::Redirects, Self::Apache, Self::Nginx, Self::Caddy];

    /// Who reads it.
    #[must_use]
    pub const fn server(self) -> Server {
        match self {
            Self::Headers | Self::Redirects => Server::Headers,
            Self::Apache => Server::Apache,
            Self::Nginx => Server::Nginx,
            Self::Caddy => Server::Caddy,
        }
    }

    /// Where it lies in the output: at the top where hosts look for it there, hidden else.
    #[must_use]
    pub fn address(self) -> Address {
        Address::new(match self {
            Self::Headers => "/_headers",
            Self::Redirects => "/_redirects",
            Self::Apache => "/.htaccess",
            Self::Nginx => "/.hosting/nginx.conf",
            Self::Caddy => "/.hosting/Caddyfile",
        })
    }

    /// The files for a host; for every one where nobody said which.
    pub fn for_server(server: Option<Server>) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |file| server.is_none_or(|server| server == file.server()))
    }
}
