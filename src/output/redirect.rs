//! A page at a former address, which sends visitors on where the host itself does not.

use crate::plan::Address;
use crate::typography::escape;

pub(super) fn redirect(site: &str, to: &Address) -> Vec<u8> {
    let to = escape(to.as_str());
    let page = format!(
        "<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n<title>{to}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{site}{to}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<a href=\"{to}\">{to}</a>\n</html>\n"
    );
    page.into_bytes()
}
