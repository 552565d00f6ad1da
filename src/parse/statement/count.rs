//! Counts that a colon follows: « trois pôles : ».

use super::sentence::Sentence;
use super::token::Sign;

/// Nouns that are counted without being named one by one.
const MEASURES: [&str; 24] = [
    "ans",
    "années",
    "mois",
    "semaines",
    "jours",
    "heures",
    "minutes",
    "fois",
    "euros",
    "millions",
    "milliards",
    "milliers",
    "kilomètres",
    "mètres",
    "points",
    "pages",
    "places",
    "tiers",
    "quarts",
    "pour",
    "cents",
    "personnes",
    "k",
    "m",
];

/// Words before a number that make it a name, a part or a guess.
const NOT_COUNTED_AFTER: [&str; 19] = [
    "phase", "article", "n", "numéro", "axe", "niveau", "page", "version", "des", "aux", "ou", "entre",
    "plus", "moins", "environ", "près", "quelque", "quelques", "ces",
];

/// A count and how near it stands to its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announced {
    pub number: u16,
    /// Its token.
    pub at: usize,
    /// Whether it begins the sentence, its colon being far: names alone are then what it counts.
    pub is_subject: bool,
}

/// A number in letters, from two to forty-nine.
pub fn number_word(word: &str) -> Option<u16> {
    unit(word).or_else(|| {
        let (rest, tens) = TENS.iter().find_map(|(name, tens)| Some((word.strip_prefix(name)?, tens)))?;
        match rest {
            "" => Some(*tens),
            "-et-un" => Some(tens + 1),
            _ => unit(rest.strip_prefix('-')?).filter(|unit| *unit < 10).map(|unit| tens + unit),
        }
    })
}

const TENS: [(&str, u16); 3] = [("vingt", 20), ("trente", 30), ("quarante", 40)];

/// From two to nineteen.
fn unit(word: &str) -> Option<u16> {
    Some(match word {
        "deux" => 2,
        "trois" => 3,
        "quatre" => 4,
        "cinq" => 5,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "neuf" => 9,
        "dix" => 10,
        "onze" => 11,
        "douze" => 12,
        "treize" => 13,
        "quatorze" => 14,
        "quinze" => 15,
        "seize" => 16,
        "dix-sept" => 17,
        "dix-huit" => 18,
        "dix-neuf" => 19,
        _ => return None,
    })
}

/// Whether a word before the colon makes the enumeration partial, or of another thing.
fn is_partial(word: &str) -> bool {
    matches!(
        word,
        "que"
            | "qu"
            | "qui"
            | "où"
            | "entre"
            | "notamment"
            | "dont"
            | "parmi"
            | "autres"
            | "exemple"
            | "exemples"
            | "comme"
            | "surtout"
            | "plusieurs"
            | "environ"
            | "quelques"
            | "certains"
            | "certaines"
            | "principalement"
            | "premier"
            | "première"
            | "tel"
    )
}

/// A number in letters or digits, in the range in which people enumerate.
fn number(sentence: Sentence<'_>, at: usize) -> Option<u16> {
    number_word(sentence.word(at)).or_else(|| sentence.number(at).filter(|number| (2..=40).contains(number)))
}

/// The count that a colon follows.
pub fn announced(sentence: Sentence<'_>, colon: usize) -> Option<Announced> {
    let is_break = |at: &usize| {
        !matches!(sentence.tokens.get(*at).map(|token| token.sign), Some(Sign::Word | Sign::Number(_)))
    };
    let start = (0..colon).rev().find(is_break).map_or(0, |at| at + 1);
    if (start..colon).any(|at| is_partial(sentence.word(at))) {
        return None;
    }
    let numbers: Vec<usize> = (start..colon).filter(|at| is_numeral(sentence, *at)).collect();
    let at = *numbers.last()?;
    let number = number(sentence, at)?;
    let is_near = (2..=7).contains(&(colon - at));
    let has_complement = (at + 2..colon).all(|at| !is_verb(sentence.word(at)));
    let is_whole = start == 0 || sentence.is_mark(start - 1, ',');
    if !is_whole || !is_counted(sentence, at) {
        return None;
    }
    let before = sentence.word_before(at, 1);
    let is_ratio = before == "sur" && at > 1 && is_numeral(sentence, at - 2);
    if NOT_COUNTED_AFTER.contains(&before)
        || is_ratio
        || (before == "de" && ["plus", "moins", "près"].contains(&sentence.word_before(at, 2)))
    {
        return None;
    }
    if is_near && has_complement {
        return Some(Announced { number, at, is_subject: false });
    }
    let is_first = at == 0 || (at == 1 && ["les", "nos", "ses"].contains(&before));
    let presents = presents(sentence, at + 2..colon);
    (is_first && numbers.len() == 1 && (presents || at == 0)).then_some(Announced {
        number,
        at,
        is_subject: !presents,
    })
}

/// Verbs that present their subject, which what follows then names.
const PRESENTING: [&str; 11] = [
    "existent",
    "guident",
    "travaillent",
    "rejoignent",
    "occupent",
    "figurent",
    "participent",
    "suffisent",
    "restent",
    "ressortent",
    "composent",
];

/// What « sont » says of a subject that is then named, by its beginning.
const PRESENTED: [&str; 22] = [
    "concerné",
    "demandé",
    "couvert",
    "connu",
    "retenu",
    "possible",
    "prévu",
    "proposé",
    "nécessaire",
    "requis",
    "représenté",
    "présent",
    "disponible",
    "cité",
    "visé",
    "sélectionné",
    "au",
    "en",
    "à",
    "labellisé",
    "candidat",
    "lauréat",
];

/// « sont concernés », « y travaillent », « nous guident ».
fn presents(sentence: Sentence<'_>, between: std::ops::Range<usize>) -> bool {
    between.into_iter().any(|at| {
        let is = ["sont", "étaient"].contains(&sentence.word(at));
        let is_presented = PRESENTED.iter().any(|stem| sentence.word(at + 1).starts_with(stem));
        PRESENTING.contains(&sentence.word(at)) || (is && is_presented)
    })
}

/// A number of any size.
fn is_numeral(sentence: Sentence<'_>, at: usize) -> bool {
    number_word(sentence.word(at)).is_some() || sentence.number(at).is_some()
}

/// Whether a plural noun follows, which is named one by one.
fn is_counted(sentence: Sentence<'_>, at: usize) -> bool {
    let noun = sentence.word(at + 1);
    let noun = if ["autres", "nouveaux", "nouvelles", "grands", "grandes"].contains(&noun) {
        sentence.word(at + 2)
    } else {
        noun
    };
    noun.ends_with(['s', 'x']) && !MEASURES.contains(&noun) && crate::date::month_named(noun).is_none()
}

/// A verb in the plural, after which the enumeration is of something else: « trois pôles demandent : ».
fn is_verb(word: &str) -> bool {
    ["sont", "ont", "vont", "font", "est", "a", "sera", "seront"].contains(&word)
        || (word.ends_with("ent") && !word.ends_with("ment"))
}

#[cfg(test)]
mod tests {
    use super::number_word;

    #[test]
    fn numbers_in_letters() {
        assert_eq!(number_word("trois"), Some(3));
        assert_eq!(number_word("dix-sept"), Some(17));
        assert_eq!(number_word("vingt-deux"), Some(22));
        assert_eq!(number_word("vingt-et-un"), Some(21));
        assert_eq!([number_word("vingt-douze"), number_word("un"), number_word("huitre")], [None; 3]);
    }
}
