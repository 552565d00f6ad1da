//! What browsers know, and since when all of them do: Chrome, Edge, Firefox and Safari, on telephones too.
//!
//! The months are those of the Web Platform's Baseline, worked out by `compute-baseline` from MDN's
//! `browser-compat-data` 7.3.17 (CC0), and each row was compared with them on 22 November 2026.
//!
//! A list of what is known, not of what is not: what stands in no row is taken for new. Months are written
//! `202405`; what all had by the end of 2020 is [`LONG_AGO`].

/// A part of a style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `@media`
    AtRule,
    /// A question of `@media`: `(min-width: …)`.
    Media,
    /// A property.
    Property,
    /// A function in a value: `clamp(…)`.
    Function,
    /// `:hover`, `::before`
    Pseudo,
}

impl Part {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::AtRule => "at-rule",
            Self::Media => "media",
            Self::Property => "property",
            Self::Function => "function",
            Self::Pseudo => "pseudo",
        }
    }

    const fn table(self) -> &'static [(u32, &'static str)] {
        match self {
            Self::AtRule => &AT_RULES,
            Self::Media => &MEDIA,
            Self::Property => &PROPERTIES,
            Self::Function => &FUNCTIONS,
            Self::Pseudo => &PSEUDOS,
        }
    }
}

/// What all browsers had by the end of 2020.
const LONG_AGO: u32 = 202_012;

/// What a browser that does not know it passes over without loss: not all have it, and none needs it. It only
/// refines sizes, colours, marks and edges that all have anyway, or what stands on paper.
const WITHOUT_LOSS: [(Part, &str); 3] = [
    (Part::AtRule, "page"),
    (
        Part::Property,
        "-webkit-text-size-adjust accent-color forced-color-adjust orphans overscroll-behavior print-color-adjust \
         resize text-size-adjust widows",
    ),
    (Part::Pseudo, "marker selection"),
];

/// The month since which all browsers have something; nothing where they do not, or that is not known.
pub(super) fn since(part: Part, name: &str) -> Option<u32> {
    let is_in = |names: &str| names.split(' ').any(|known| known == name);
    if WITHOUT_LOSS.iter().any(|(of, names)| *of == part && is_in(names)) {
        return Some(LONG_AGO);
    }
    part.table().iter().find(|(_, names)| is_in(names)).map(|(month, _)| *month)
}

const AT_RULES: [(u32, &str); 5] = [
    (LONG_AGO, "charset font-face import keyframes media namespace supports"),
    (202_203, "layer"),
    (202_302, "container"),
    (202_309, "counter-style"),
    (202_407, "property"),
];

const MEDIA: [(u32, &str); 5] = [
    (
        LONG_AGO,
        "any-hover any-pointer aspect-ratio color height hover max-aspect-ratio max-height max-width \
         min-aspect-ratio min-height min-width orientation pointer prefers-color-scheme prefers-reduced-motion width",
    ),
    (202_205, "prefers-contrast"),
    (202_209, "forced-colors max-resolution min-resolution resolution"),
    (202_309, "update"),
    (202_312, "scripting"),
];

const PSEUDOS: [(u32, &str); 4] = [
    (
        LONG_AGO,
        "active after any-link before checked default disabled empty enabled first-child first-letter first-line \
         first-of-type focus focus-within hover in-range indeterminate invalid lang last-child last-of-type link \
         not nth-child nth-last-child nth-last-of-type nth-of-type only-child only-of-type optional out-of-range \
         placeholder placeholder-shown read-only read-write required root target valid visited",
    ),
    (202_101, "is where"),
    (202_203, "focus-visible"),
    (202_312, "has"),
];

const FUNCTIONS: [(u32, &str); 6] = [
    (
        LONG_AGO,
        "attr blur brightness calc circle clamp contrast counter counters cubic-bezier drop-shadow ellipse \
         fit-content format grayscale hsl hsla inset invert linear-gradient local matrix max min minmax opacity \
         polygon radial-gradient repeat repeating-linear-gradient repeating-radial-gradient rgb rgba rotate rotatex \
         rotatey rotatez saturate scale scalex scaley sepia skew skewx skewy steps translate translate3d translatex \
         translatey url var env conic-gradient hue-rotate perspective",
    ),
    (202_204, "hwb"),
    (202_305, "color color-mix lab lch oklab oklch"),
    (202_309, "image-set"),
    (202_312, "linear"),
    (202_405, "light-dark"),
];

const PROPERTIES: [(u32, &str); 17] = [
    (
        LONG_AGO,
        "align-content align-items align-self all animation animation-delay animation-direction \
         animation-duration animation-fill-mode animation-iteration-count animation-name animation-play-state \
         animation-timing-function background background-attachment background-blend-mode background-clip \
         background-color background-image background-origin background-position background-repeat \
         background-size block-size border border-bottom border-bottom-color border-bottom-left-radius \
         border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color \
         border-image border-left border-left-color border-left-style border-left-width border-radius \
         border-right border-right-color border-right-style border-right-width border-spacing border-style \
         border-top border-top-color border-top-left-radius border-top-right-radius border-top-style \
         border-top-width border-width bottom box-shadow box-sizing break-after break-before break-inside \
         caption-side caret-color clear clip clip-path color column-count column-gap column-rule column-span \
         column-width columns content counter-increment counter-reset direction display empty-cells fill \
         fill-opacity filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font \
         font-display font-family font-feature-settings font-kerning font-size font-stretch font-style \
         font-variant font-variant-caps font-variant-numeric font-weight gap grid grid-area grid-auto-columns \
         grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-start grid-gap \
         grid-row grid-row-end grid-row-gap grid-row-start grid-template grid-template-areas \
         grid-template-columns grid-template-rows height inline-size isolation justify-content justify-items \
         justify-self left letter-spacing line-break line-height list-style list-style-image list-style-position \
         list-style-type margin margin-block-end margin-block-start margin-bottom margin-inline-end \
         margin-inline-start margin-left margin-right margin-top max-height max-width min-height min-width \
         mix-blend-mode object-fit object-position opacity order outline-color outline-offset outline-style \
         outline-width overflow overflow-wrap overflow-x overflow-y padding padding-block-end padding-block-start \
         padding-bottom padding-inline-end padding-inline-start padding-left padding-right padding-top \
         page-break-after page-break-before page-break-inside perspective place-content place-items place-self \
         pointer-events position quotes right row-gap shape-outside src stroke stroke-dasharray stroke-linecap \
         stroke-linejoin stroke-opacity stroke-width table-layout text-align text-anchor text-decoration \
         text-decoration-color text-decoration-line text-decoration-style text-indent text-overflow \
         text-rendering text-shadow text-transform text-underline-offset text-underline-position top touch-action \
         transform transform-origin transform-style transition transition-delay transition-duration \
         transition-property transition-timing-function unicode-bidi unicode-range vertical-align visibility \
         white-space width will-change word-break word-spacing word-wrap writing-mode z-index",
    ),
    (202_103, "text-decoration-thickness"),
    (
        202_104,
        "border-block border-inline inset inset-block inset-inline margin-block margin-inline padding-block \
         padding-inline scroll-padding scroll-margin-top scroll-padding-top",
    ),
    (202_107, "scroll-margin"),
    (202_108, "tab-size"),
    (202_109, "aspect-ratio"),
    (202_112, "cursor"),
    (202_201, "color-scheme font-synthesis"),
    (202_203, "appearance contain scroll-behavior text-emphasis"),
    (202_208, "rotate scale translate"),
    (202_211, "font-palette"),
    (202_302, "container container-name container-type"),
    (202_303, "outline"),
    (202_309, "hyphens"),
    (202_312, "mask mask-image mask-position mask-repeat mask-size"),
    (202_403, "text-wrap"),
    (202_409, "backdrop-filter content-visibility"),
];

/// The elements of HTML that all browsers had by the end of 2023, and those of drawings.
#[rustfmt::skip]
const ELEMENTS: [&str; 110] = [
    "a", "abbr", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "blockquote",
    "body", "br", "button", "caption", "cite", "code", "col", "colgroup", "data", "dd", "del", "details",
    "dfn", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img",
    "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "menu", "meta", "meter",
    "nav", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "pre",
    "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select", "slot", "small",
    "source", "span", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "u", "ul", "var", "video", "wbr",
];

/// Attributes of HTML that all browsers had by the end of 2023, or that are read by no browser alone.
#[rustfmt::skip]
const ATTRIBUTES: [&str; 118] = [
    "abbr", "accept", "accept-charset", "accesskey", "action", "allow", "alt", "as", "async",
    "autocomplete", "autofocus", "autoplay", "charset", "checked", "cite", "class", "cols", "colspan",
    "content", "contenteditable", "controls", "coords", "crossorigin", "data", "datetime", "decoding",
    "default", "defer", "dir", "dirname", "disabled", "download", "draggable", "enctype", "enterkeyhint",
    "for", "form", "formaction", "formmethod", "formnovalidate", "formtarget", "headers", "height",
    "hidden", "high", "href", "hreflang", "http-equiv", "id", "imagesizes", "imagesrcset", "inputmode",
    "integrity", "ismap", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "kind", "label", "lang",
    "loading", "loop", "low", "max", "maxlength", "media", "method", "min", "minlength", "multiple",
    "muted", "name", "nomodule", "nonce", "novalidate", "open", "optimum", "pattern", "placeholder",
    "poster", "preload", "property", "readonly", "referrerpolicy", "rel", "required", "reversed", "role",
    "rows", "rowspan", "sandbox", "scope", "selected", "shape", "size", "sizes", "slot", "span",
    "spellcheck", "src", "srcdoc", "srclang", "srcset", "start", "step", "style", "tabindex", "target",
    "title", "translate", "type", "usemap", "value", "width", "wrap", "xmlns",
];

/// Whether all browsers have known an element of HTML for long.
pub(super) fn is_familiar_element(name: &str) -> bool {
    ELEMENTS.binary_search(&name).is_ok()
}

/// Whether all browsers have known an attribute of HTML for long, or none looks at it.
pub(super) fn is_familiar_attribute(name: &str) -> bool {
    let is_free = name.starts_with("data-") || name.starts_with("aria-");
    is_free || ATTRIBUTES.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order_and_what_is_new_is_in_none() {
        assert!(ELEMENTS.is_sorted() && ATTRIBUTES.is_sorted());
        assert!(["a", "u", "wbr", "dialog"].into_iter().all(is_familiar_element));
        assert!(!["selectedcontent", "marquee", "my-card"].into_iter().any(is_familiar_element));
        assert!(["lang", "data-in", "aria-label", "width"].into_iter().all(is_familiar_attribute));
        assert!(!["popover", "closedby", "inert"].into_iter().any(is_familiar_attribute));
        assert_eq!(since(Part::Property, "text-wrap"), Some(202_403));
        assert_eq!(since(Part::AtRule, "page"), Some(LONG_AGO));
        assert_eq!(since(Part::Property, "page"), None);
        assert_eq!(since(Part::Property, "anchor-name"), None);
        assert_eq!(since(Part::Property, ""), None);
    }
}
