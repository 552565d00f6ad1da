//! What Apache must know, as `.htaccess`: its directives are those that `AllowOverride FileInfo` lets, so that
//! shared hosts take them. A missing module costs what it does, never the site.

use super::caching::{Class, Pattern};
use super::policy::OF_DRAWINGS;
use super::{
    FEED_TYPE, HIDDEN, Header, HostingFacts, WELL_KNOWN, any_of, any_text, as_pattern, encoded, encodings,
    indented, opening, spellings, text_types, types,
};
use crate::plan::HostingFile;

pub(super) fn write(facts: &HostingFacts) -> String {
    let how = "Pour Apache : il lit ce fichier à la racine du site, si « AllowOverride FileInfo » y est permis ; modules headers et rewrite.";
    [
        opening(how),
        missing_pages(facts),
        media_types(facts),
        within("IfModule mod_headers.c", &headers(facts)),
        within("IfModule mod_rewrite.c", &rewriting(facts)),
    ]
    .join("\n")
}

/// A section, its lines indented.
fn within(section: &str, lines: &str) -> String {
    let name = section.split(' ').next().unwrap_or(section);
    format!("<{section}>\n{}</{name}>\n", indented(lines, "    "))
}

/// A condition on the address, which is that of the file sent once it was rewritten.
fn on_address(section: &str, pattern: &str) -> String {
    format!("{section} \"%{{REQUEST_URI}} =~ m#{pattern}#\"")
}

fn missing_pages(facts: &HostingFacts) -> String {
    let pages = |page| format!("ErrorDocument 403 {page}\nErrorDocument 404 {page}\n");
    let mut text = pages(&facts.missing);
    for (home, page) in &facts.missing_below {
        text += &within(&on_address("If", &format!("^{}", as_pattern(home.as_str()))), &pages(page));
    }
    text
}

/// What ends the name of a file sent: the ending of a compressed one too.
fn compressed_or_not() -> String {
    format!("(\\.({}))?", encodings().map(|(ending, ..)| ending).join("|"))
}

/// The name of a compressed file hides its type.
fn media_types(facts: &HostingFacts) -> String {
    let mut text = String::new();
    for (name, endings) in types() {
        text += &format!("AddType \"{name}\" .{}\n", endings.join(" ."));
    }
    let endings = encodings().map(|(ending, ..)| ending).join("|");
    for (ending, name) in text_types() {
        let files = format!("FilesMatch \"\\.{ending}\\.({endings})$\"");
        text += &within(&files, &format!("ForceType \"{name}\"\n"));
    }
    for (ending, name, _) in encodings() {
        let files = format!("FilesMatch \"\\.{}\\.{ending}$\"", any_text());
        text += &within(&files, &format!("AddEncoding {name} .{ending}\nRemoveLanguage .{ending}\n"));
    }
    if !facts.feeds.is_empty() {
        let feeds = format!("^({}){}$", any_of(&facts.feeds), compressed_or_not());
        text += &within(&on_address("If", &feeds), &format!("ForceType \"{FEED_TYPE}\"\n"));
    }
    text
}

fn headers(facts: &HostingFacts) -> String {
    let mut text = lines(&facts.headers);
    text += &header("Content-Security-Policy", &facts.policy);
    let drawings = format!("\\.svg{}$", compressed_or_not());
    text += &within(&on_address("If", &drawings), &header("Content-Security-Policy", OF_DRAWINGS));
    let files = format!("FilesMatch \"\\.{}{}$\"", any_text(), compressed_or_not());
    text += &within(&files, &header("Vary", "Accept-Encoding"));
    let mut section = "If";
    for class in &facts.classes {
        text += &within(&on_address(section, &condition(class)), &lines(&class.headers));
        section = "ElseIf";
    }
    text + &within("Else", &lines(&facts.others))
}

fn lines(headers: &[Header]) -> String {
    headers.iter().map(|(name, value)| header(name, value)).collect()
}

fn header(name: &str, value: &str) -> String {
    format!("Header always set {name} \"{value}\"\n")
}

fn condition(class: &Class) -> String {
    let after = compressed_or_not();
    let words = class.patterns.iter().map(|pattern| match pattern {
        Pattern::Below(folder) => format!("^{}", as_pattern(folder.as_str())),
        Pattern::Ending(ending) => format!("{}{after}$", as_pattern(ending)),
        Pattern::Exactly(address) => format!("^{}{after}$", as_pattern(address.as_str())),
    });
    words.collect::<Vec<_>>().join("|")
}

/// `END` keeps what was rewritten from being looked at once more, as an address that a visitor wrote.
fn rewriting(facts: &HostingFacts) -> String {
    let endings = encodings().map(|(ending, ..)| ending).join("|");
    let own = HostingFile::Headers.address().to_string() + "|" + HostingFile::Redirects.address().as_str();
    let mut text = format!(
        "RewriteEngine On\n\
         RewriteRule \"{HIDDEN}(?!{WELL_KNOWN})\" - [R=404,L]\n\
         RewriteRule \"^({})$\" - [R=404,L]\n\
         RewriteRule \"\\.{}\\.({endings})$\" - [R=404,L]\n",
        own.replace('/', ""),
        any_text()
    );
    for (from, to) in &facts.redirects {
        for from in spellings(from) {
            let to = encoded(to).replace('%', "\\%");
            text += &format!("RewriteRule \"^{}$\" \"{to}\" [R=301,NE,L]\n", below(&from));
        }
    }
    text += "RewriteCond %{REQUEST_FILENAME} -d\n\
             RewriteCond %{REQUEST_FILENAME}/index.html !-f\n\
             RewriteRule \"(^|/)$\" - [R=404,L]\n";
    text += "RewriteCond %{REQUEST_FILENAME} -d\n\
             RewriteRule \"^(.*/)?$\" \"$1index.html\"\n";
    for (ending, _, accepted) in encodings().into_iter().rev() {
        text += &format!(
            "RewriteCond \"%{{HTTP:Accept-Encoding}}\" \"{accepted}\" [NC,NV]\n\
             RewriteCond \"%{{REQUEST_FILENAME}}.{ending}\" -f\n\
             RewriteRule \"^(.+\\.{})$\" \"$1.{ending}\" [END]\n",
            any_text()
        );
    }
    text
}

/// In `.htaccess`, what is compared has no slash before it.
fn below(address: &crate::plan::Address) -> String {
    as_pattern(address.as_str().trim_start_matches('/'))
}
