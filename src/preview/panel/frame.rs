//! A page looked at otherwise: as narrow as a telephone, or as it is printed.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::ROOT;
use super::shell;
use super::words::say;
use crate::locale::Locale;
use crate::typography::escape;
use crate::wording;

const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// 320 pixels wide: `/_grappe/320?page=…`.
    Narrow,
    /// As wide as paper: `/_grappe/print?page=…`, which shows `/_grappe/printed?page=…`.
    Printed,
}

/// The page that shows another in a frame. An address that is not of the site gives its home.
#[must_use]
pub fn frame(locale: Locale, frame: Frame, address: &str) -> String {
    let address = own_address(address);
    let (title, class, source) = match frame {
        Frame::Narrow => {
            (say(locale, wording!("À 320 pixels de large", "320 pixels wide")), "narrow", address.to_owned())
        }
        Frame::Printed => (
            say(locale, wording!("Comme à l'impression", "As it is printed")),
            "printed",
            format!("{ROOT}printed?page={}", query(address)),
        ),
    };
    let back = say(locale, wording!("Revenir à la page", "Back to the page"));
    let [address, source] = [address, &source].map(|it| escape(it));
    let body = format!(
        "<header><h1>{title}</h1><a href=\"{address}\">{back}</a> <code>{address}</code></header>\
         <main><iframe src=\"{source}\" title=\"{title}\"></iframe></main>"
    );
    shell::page(locale, &title, class, &body, "")
}

/// An address as it stands in a query.
pub(super) fn query(address: &str) -> String {
    utf8_percent_encode(address, &KEPT).to_string()
}

/// An address if it is one of the site, its home otherwise: the query of an address may say anything.
#[must_use]
pub fn own_address(address: &str) -> &str {
    let is_own = address.starts_with('/')
        && !address.starts_with("//")
        && !address.starts_with(ROOT)
        && !address.contains(|character: char| character == '\\' || character.is_control());
    if is_own { address } else { "/" }
}
