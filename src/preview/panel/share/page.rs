//! The page rewritten, tag by tag. What is not known to be harmless is left out.

use super::super::resolve::resolve;
use super::super::style_sheet::{Piece, link, pieces, with_addresses, within_page};
use super::super::words::{language, say};
use super::data_address::data_address;
use super::{Asset, Share};
use crate::date::day_words;
use crate::html::{self, Tag, Token};
use crate::typography::escape;
use crate::wording;

/// What a browser may do with the file, should something have been overlooked.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/// Elements that are left out with all that is in them.
const LEFT_OUT: [&str; 9] =
    ["script", "iframe", "object", "embed", "video", "audio", "template", "noscript", "frameset"];

/// Tags that are left out alone; what follows them stays.
const UNTAGGED: [&str; 6] = ["base", "link", "meta", "source", "track", "bgsound"];

/// Attributes that make a browser ask for something, or run it.
const STRIPPED: [&str; 8] =
    ["srcset", "sizes", "poster", "background", "ping", "imagesrcset", "integrity", "srcdoc"];

/// The styles of the mark, which those of the page do not reach.
const MARK: &str = "all:initial;display:block;padding:.75rem 1rem;background:#7a1f00;color:#fff;\
                    font:600 1rem/1.4 system-ui,sans-serif;text-align:center";

pub(super) struct Rewriting<'a> {
    share: &'a Share<'a>,
    asset: &'a dyn Fn(&str) -> Option<Asset>,
}

impl<'a> Rewriting<'a> {
    pub(super) const fn new(share: &'a Share<'a>, asset: &'a dyn Fn(&str) -> Option<Asset>) -> Self {
        Self { share, asset }
    }

    pub(super) fn page(&self, html: &str) -> String {
        let mut page = String::new();
        let (mut has_head, mut has_body) = (false, false);
        let mut left_out: Option<(String, usize)> = None;
        let mut is_style = false;
        for mut token in html::read(html) {
            if is_left_out(&mut left_out, &token) {
                continue;
            }
            match &mut token {
                Token::Raw(css) if is_style => *css = within_page(&self.style(css, self.share.address)),
                Token::Comment(_) | Token::Raw(_) => continue,
                Token::Open(tag) if link(tag).is_some() => {
                    page += &self.style_sheet(tag);
                    continue;
                }
                Token::Open(tag) if UNTAGGED.contains(&tag.name.as_str()) => {
                    page += kept_meta(tag);
                    continue;
                }
                Token::Open(tag) => {
                    is_style = tag.name == "style";
                    self.tag(tag);
                }
                _ => {}
            }
            let opens = |name: &str| matches!(&token, Token::Open(tag) if tag.name == name);
            let (is_head, is_body) = (opens("head"), opens("body"));
            page += &html::write(std::slice::from_ref(&token));
            if is_head && !has_head {
                has_head = true;
                page += &head();
            }
            if is_body && !has_body {
                has_body = true;
                page += &self.mark();
            }
        }
        // A browser puts what comes first where it belongs, in a page that writes no head or body.
        let before = |is_there: bool, html: String| if is_there { String::new() } else { html };
        before(has_head, format!("<!DOCTYPE html>{}", head())) + &before(has_body, self.mark()) + &page
    }

    fn mark(&self) -> String {
        let day = day_words(self.share.day, &language(self.share.locale));
        let words = say(
            self.share.locale,
            wording!(
                "Brouillon du {day} : à relire, ne pas diffuser",
                "Draft of {day}: to be read, not to be passed on"
            ),
        );
        let tag = self.share.locale;
        format!("<div role=\"note\" lang=\"{tag}\" style=\"{MARK}\">{words}</div>")
    }

    fn tag(&self, tag: &mut Tag) {
        tag.attributes.retain(|(name, _)| !name.starts_with("on") && !STRIPPED.contains(&name.as_str()));
        let is_link =
            matches!(tag.name.as_str(), "a" | "area" | "form" | "button" | "input" | "blockquote" | "q");
        for (name, value) in &mut tag.attributes {
            *value = match name.as_str() {
                "style" => self.style(value, self.share.address),
                "href" | "action" | "formaction" | "cite" if is_link => self.link(value),
                "src" | "href" | "xlink:href" | "data" if !value.starts_with('#') => {
                    self.data(value, self.share.address)
                }
                _ => continue,
            };
        }
        // A picture without an address shows its words.
        tag.attributes
            .retain(|(name, value)| !(value.is_empty() && matches!(name.as_str(), "src" | "href" | "data")));
    }

    /// Where a link leads: within the page, on the published site, or elsewhere; never to a script.
    fn link(&self, address: &str) -> String {
        if address.starts_with('#') {
            return address.to_owned();
        }
        if let Some(path) = resolve(self.share.address, address) {
            return format!("{}{path}", self.share.site);
        }
        let scheme = address.trim().split(':').next().unwrap_or("").to_ascii_lowercase();
        let is_harmless =
            matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") || address.starts_with("//");
        if is_harmless { address.to_owned() } else { String::new() }
    }

    /// A file of the site as an address that holds it; nothing for any other.
    fn data(&self, address: &str, base: &str) -> String {
        if address.trim_start().starts_with("data:") {
            return address.to_owned();
        }
        self.asset_of(address, base).map(|asset| data_address(&asset)).unwrap_or_default()
    }

    fn asset_of(&self, address: &str, base: &str) -> Option<Asset> {
        let own = address.strip_prefix(self.share.site).filter(|rest| rest.starts_with('/'));
        let path = resolve(base, own.unwrap_or(address))?;
        (self.asset)(path.split(['?', '#']).next().unwrap_or(""))
    }

    fn style_sheet(&self, tag: &Tag) -> String {
        let base = link(tag).and_then(|address| resolve(self.share.address, address));
        let Some(base) = base else { return String::new() };
        let Some(asset) = self.asset_of(&base, &base) else { return String::new() };
        let css = self.style(&String::from_utf8_lossy(&asset.bytes), &base);
        let media = tag.get("media").map(|media| format!(" media=\"{}\"", escape(media))).unwrap_or_default();
        format!("<style{media}>{}</style>", within_page(&css))
    }

    /// A style sheet that asks for nothing: its files are in it, what it imports is left out.
    fn style(&self, css: &str, base: &str) -> String {
        with_addresses(&without_imports(css), |address| match address.strip_prefix('#') {
            Some(_) => address.to_owned(),
            None => self.data(address, base),
        })
    }
}

fn head() -> String {
    format!(
        "<meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex, nofollow\">\
         <meta name=\"referrer\" content=\"no-referrer\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
    )
}

/// The one line of a head that is kept of those that speak to browsers.
fn kept_meta(tag: &Tag) -> &'static str {
    if tag.get("name") == Some("viewport") {
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    } else {
        ""
    }
}

/// Whether a token is within an element that is left out, or closes one.
fn is_left_out(left_out: &mut Option<(String, usize)>, token: &Token) -> bool {
    match (left_out.as_mut(), token) {
        (None, Token::Open(tag)) if LEFT_OUT.contains(&tag.name.as_str()) => {
            let closes = tag.closes_itself || tag.name == "embed";
            *left_out = (!closes).then(|| (tag.name.clone(), 1));
            true
        }
        (None, Token::Close(name)) => LEFT_OUT.contains(&name.as_str()),
        (None, _) => false,
        (Some((name, depth)), Token::Open(tag)) => {
            *depth += usize::from(tag.name == *name);
            true
        }
        (Some((name, depth)), Token::Close(closed)) => {
            *depth -= usize::from(closed == name);
            if *depth == 0 {
                *left_out = None;
            }
            true
        }
        (Some(_), _) => true,
    }
}

fn without_imports(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut is_import = false;
    for piece in pieces(css) {
        match piece {
            Piece::At(word) if word.eq_ignore_ascii_case("@import") => is_import = true,
            Piece::Plain(text) if is_import => {
                if let Some((_, rest)) = text.split_once(';') {
                    is_import = false;
                    out += rest;
                }
            }
            _ if is_import => {}
            Piece::Url(address) => out += &format!("url({address})"),
            other => out += other.as_str(),
        }
    }
    out
}
