//! What the preview answers, as HTTP has it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::host::disk::DiskWorld;
use crate::host::http::{OpenError, Request, Response, content_type, open_confined};
use crate::preview::{Answer, Question};
use crate::source::FilePath;

/// What an address does not keep as it is in a header.
const ENCODED: AsciiSet = CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'%');

impl Question for Request {
    fn path(&self) -> &str {
        Self::path(self)
    }

    fn part(&self, name: &str) -> Option<&str> {
        self.query(name)
    }
}

/// The answer to a request for a path.
pub(super) fn response(world: &DiskWorld, path: &str, answer: Answer) -> Response {
    match answer {
        Answer::Text { status: 200, name, text } => {
            let tag = tag(text.as_bytes());
            Response::new(200, content_type(name), text).with_tag(tag)
        }
        Answer::Text { status, name, text } => Response::new(status, content_type(name), text),
        Answer::Made(bytes) => {
            let name = if path.ends_with('/') { "page.html" } else { path };
            let tag = tag(&bytes);
            Response::new(200, content_type(name), bytes).with_tag(tag)
        }
        Answer::File(file) => self::file(world, &file),
        Answer::See(address) => {
            let address = utf8_percent_encode(&address, &ENCODED).to_string();
            Response::empty(302).with_header("Location", address)
        }
        Answer::Wait(_) | Answer::Impact => Response::empty(204),
    }
}

/// A file of the site is sent as it lies on the disk, and never held in memory.
fn file(world: &DiskWorld, file: &FilePath) -> Response {
    match open_confined(world.root(), file.as_str()) {
        Ok(open) => {
            let modified = open.modified().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
            let modified = modified.unwrap_or_default().as_nanos();
            let tag = format!("{:x}-{modified:x}", open.length());
            Response::new(200, content_type(file.as_str()), open).with_tag(tag)
        }
        Err(OpenError::Disk(_)) => Response::empty(500),
        Err(_) => Response::empty(404),
    }
}

fn tag(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
