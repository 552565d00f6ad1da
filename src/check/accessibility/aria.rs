//! What the standard WAI-ARIA 1.2 (W3C, 6 June 2023) has: its roles, its attributes and what each may hold.

/// The roles, sorted; those of books (`doc-…`) and drawings (`graphics-…`) have standards of their own.
const ROLES: [&str; 81] = [
    "alert",
    "alertdialog",
    "application",
    "article",
    "banner",
    "blockquote",
    "button",
    "caption",
    "cell",
    "checkbox",
    "code",
    "columnheader",
    "combobox",
    "complementary",
    "contentinfo",
    "definition",
    "deletion",
    "dialog",
    "directory",
    "document",
    "emphasis",
    "feed",
    "figure",
    "form",
    "generic",
    "grid",
    "gridcell",
    "group",
    "heading",
    "img",
    "insertion",
    "link",
    "list",
    "listbox",
    "listitem",
    "log",
    "main",
    "marquee",
    "math",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "navigation",
    "none",
    "note",
    "option",
    "paragraph",
    "presentation",
    "progressbar",
    "radio",
    "radiogroup",
    "region",
    "row",
    "rowgroup",
    "rowheader",
    "scrollbar",
    "search",
    "searchbox",
    "separator",
    "slider",
    "spinbutton",
    "status",
    "strong",
    "subscript",
    "superscript",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "term",
    "textbox",
    "time",
    "timer",
    "toolbar",
    "tooltip",
    "tree",
    "treegrid",
];

/// What an attribute may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Values {
    /// One of these words.
    One(&'static [&'static str]),
    /// Some of these words.
    Some(&'static [&'static str]),
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// Any words, or the ids of elements.
    Any,
}

const TRUE_OR_FALSE: Values = Values::One(&["false", "true"]);
const MAYBE: Values = Values::One(&["false", "true", "undefined"]);
const MIXED: Values = Values::One(&["false", "mixed", "true", "undefined"]);

/// The attributes, without `aria-`, sorted.
const ATTRIBUTES: [(&str, Values); 48] = [
    ("activedescendant", Values::Any),
    ("atomic", TRUE_OR_FALSE),
    ("autocomplete", Values::One(&["both", "inline", "list", "none"])),
    ("busy", TRUE_OR_FALSE),
    ("checked", MIXED),
    ("colcount", Values::Whole),
    ("colindex", Values::Whole),
    ("colspan", Values::Whole),
    ("controls", Values::Any),
    ("current", Values::One(&["date", "false", "location", "page", "step", "time", "true"])),
    ("describedby", Values::Any),
    ("details", Values::Any),
    ("disabled", TRUE_OR_FALSE),
    ("dropeffect", Values::Some(&["copy", "execute", "link", "move", "none", "popup"])),
    ("errormessage", Values::Any),
    ("expanded", MAYBE),
    ("flowto", Values::Any),
    ("grabbed", MAYBE),
    ("haspopup", Values::One(&["dialog", "false", "grid", "listbox", "menu", "tree", "true"])),
    ("hidden", MAYBE),
    ("invalid", Values::One(&["false", "grammar", "spelling", "true"])),
    ("keyshortcuts", Values::Any),
    ("label", Values::Any),
    ("labelledby", Values::Any),
    ("level", Values::Whole),
    ("live", Values::One(&["assertive", "off", "polite"])),
    ("modal", TRUE_OR_FALSE),
    ("multiline", TRUE_OR_FALSE),
    ("multiselectable", TRUE_OR_FALSE),
    ("orientation", Values::One(&["horizontal", "undefined", "vertical"])),
    ("owns", Values::Any),
    ("placeholder", Values::Any),
    ("posinset", Values::Whole),
    ("pressed", MIXED),
    ("readonly", TRUE_OR_FALSE),
    ("relevant", Values::Some(&["additions", "all", "removals", "text"])),
    ("required", TRUE_OR_FALSE),
    ("roledescription", Values::Any),
    ("rowcount", Values::Whole),
    ("rowindex", Values::Whole),
    ("rowspan", Values::Whole),
    ("selected", MAYBE),
    ("setsize", Values::Whole),
    ("sort", Values::One(&["ascending", "descending", "none", "other"])),
    ("valuemax", Values::Number),
    ("valuemin", Values::Number),
    ("valuenow", Values::Number),
    ("valuetext", Values::Any),
];

/// Whether a role is one of the standard's.
pub(super) fn is_role(role: &str) -> bool {
    role.starts_with("doc-") || role.starts_with("graphics-") || ROLES.binary_search(&role).is_ok()
}

/// Every role.
pub(super) fn roles() -> impl Iterator<Item = &'static str> {
    ROLES.into_iter()
}

/// What an attribute may hold, by its name without `aria-`; nothing for a name that is none.
pub(super) fn values(name: &str) -> Option<Values> {
    let at = ATTRIBUTES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    ATTRIBUTES.get(at).map(|(_, values)| *values)
}

/// The names of attributes, without `aria-`.
pub(super) fn attributes() -> impl Iterator<Item = &'static str> {
    ATTRIBUTES.into_iter().map(|(name, _)| name)
}

/// The attribute that a role is nothing without, without `aria-`.
pub(super) fn required(role: &str) -> Option<&'static str> {
    Some(match role {
        "checkbox" | "menuitemcheckbox" | "menuitemradio" | "radio" | "switch" => "checked",
        "combobox" => "expanded",
        "heading" => "level",
        "meter" | "scrollbar" | "slider" => "valuenow",
        _ => return None,
    })
}

impl Values {
    /// Whether a value is one of these.
    pub(super) fn admit(self, value: &str) -> bool {
        let value = value.trim();
        match self {
            Self::One(words) => words.contains(&value),
            Self::Some(words) => {
                !value.is_empty() && value.split_ascii_whitespace().all(|word| words.contains(&word))
            }
            Self::Whole => value.parse::<i64>().is_ok(),
            Self::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
            Self::Any => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(ROLES.is_sorted());
        assert!(ATTRIBUTES.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn values_are_of_their_attribute() {
        let admits = |name, value| values(name).is_some_and(|values| values.admit(value));
        for (name, value) in [
            ("hidden", "true"),
            ("relevant", "text additions"),
            ("level", "2"),
            ("valuenow", "1.5"),
            ("label", ""),
        ] {
            assert!(admits(name, value), "{name} {value}");
        }
        for (name, value) in [
            ("hidden", "yes"),
            ("relevant", "text tout"),
            ("level", "deux"),
            ("valuenow", "NaN"),
            ("nom", "a"),
        ] {
            assert!(!admits(name, value), "{name} {value}");
        }
    }
}
