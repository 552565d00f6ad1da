//! The words of a text, each with its stem.

use std::collections::{HashMap, HashSet};

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::Language;

/// Words of French that say nothing alone.
const FRENCH: &str = "a ai ainsi alors apres au aucun aussi autre autres aux avant avec avoir car ce ceci \
    cela celle celles celui ces cet cette ceux chaque chez comme comment d dans de depuis des dont du elle \
    elles en entre es est et etaient etait etant ete etre eu eux fait font hors ici il ils j je jusqu l la le \
    les leur leurs lors lorsque lui m ma mais me meme memes mes moins mon n ne ni nos notre nous on ont ou \
    par parce pas pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s \
    sa sans se selon sera ses si sinon soit son sont sous sur t ta te tes toi ton tous tout toute toutes tres \
    tu un une vers vos votre vous y";

/// Words of English that say nothing alone.
const ENGLISH: &str = "a about after all also am an and any are as at be because been before being between \
    both but by can could did do does during each for from had has have he her here him his how i if in into \
    is it its just me more most my no nor not of off on once only or other our out over own s same she so \
    some such t than that the their them then there these they this those through to too under until up very \
    was we were what when where which while who whom why will with would you your";

/// The greatest number that is looked for as a Roman numeral too.
const LAST_NUMERAL: u32 = 20;

/// Small letters without accents, ligatures as two letters: a query is folded alike.
#[must_use]
pub fn fold(text: &str) -> String {
    let letters = text.to_lowercase();
    let letters = letters.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>();
    letters.replace('œ', "oe").replace('æ', "ae")
}

/// A word and the stem that it shares with its other forms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word {
    pub(super) stem: String,
    pub(super) form: String,
}

/// Reads words as a language makes them, and numbers them from 0: a site says few words many times, so
/// each is brought to its stem once.
pub(super) struct Reader {
    stemmer: Option<Stemmer>,
    empty: HashSet<&'static str>,
    /// The numbers of what each written word is read as: nothing, a word, or a word and a number.
    read: HashMap<String, Vec<usize>>,
    numbers: HashMap<Word, usize>,
}

impl Reader {
    pub(super) fn new(language: &Language) -> Self {
        let words = match language.primary() {
            "fr" => FRENCH,
            "en" => ENGLISH,
            _ => "",
        };
        Self {
            stemmer: algorithm(language).map(Stemmer::create),
            empty: words.split_whitespace().collect(),
            read: HashMap::new(),
            numbers: HashMap::new(),
        }
    }

    /// The numbers of the words of a text that say something, in the order of the text.
    pub(super) fn words(&mut self, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        for written in text.split(|sign: char| !sign.is_alphanumeric() && !is_combining_mark(sign)) {
            if let Some(numbers) = self.read.get(written) {
                found.extend(numbers);
            } else if !written.is_empty() {
                let numbers: Vec<usize> =
                    self.read_as(written).into_iter().map(|word| self.number(word)).collect();
                found.extend(&numbers);
                self.read.insert(written.to_owned(), numbers);
            }
        }
        found
    }

    /// Every word that was read, at its number, and those that say nothing alone, folded.
    pub(super) fn into_words(self) -> (Vec<Word>, HashSet<&'static str>) {
        let mut words: Vec<(Word, usize)> = self.numbers.into_iter().collect();
        words.sort_unstable_by_key(|(_, number)| *number);
        (words.into_iter().map(|(word, _)| word).collect(), self.empty)
    }

    fn number(&mut self, word: Word) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(word).or_insert(next)
    }

    fn read_as(&self, written: &str) -> Vec<Word> {
        let numeral = numeral(written).map(|form| Word { stem: form.clone(), form });
        self.word(written).into_iter().chain(numeral).collect()
    }

    fn word(&self, written: &str) -> Option<Word> {
        let form = fold(written);
        if form.is_empty() || self.empty.contains(form.as_str()) && !is_acronym(written) {
            return None;
        }
        let letters: String = written.to_lowercase().nfc().collect();
        let stem = match &self.stemmer {
            Some(stemmer) => fold(&stemmer.stem(&letters)),
            None => form.clone(),
        };
        Some(Word { stem, form })
    }
}

/// « tes » says nothing, « TES » is a name.
fn is_acronym(written: &str) -> bool {
    written.chars().nth(1).is_some() && written.chars().all(char::is_uppercase)
}

fn algorithm(language: &Language) -> Option<Algorithm> {
    Some(match language.primary() {
        "fr" => Algorithm::French,
        "en" => Algorithm::English,
        "de" => Algorithm::German,
        "es" => Algorithm::Spanish,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        _ => return None,
    })
}

/// The other way to write a number: « V » for 5 and 5 for « V ».
fn numeral(written: &str) -> Option<String> {
    if let Ok(number) = written.parse::<u32>() {
        return (1..=LAST_NUMERAL).contains(&number).then(|| roman(number).to_lowercase());
    }
    (1..=LAST_NUMERAL).find(|number| roman(*number) == written).map(|number| number.to_string())
}

/// A number up to thirty-nine as Rome wrote it.
fn roman(number: u32) -> String {
    let unit = match number % 10 {
        4 => "IV",
        9 => "IX",
        rest if rest >= 5 => return format!("{}V{}", tens(number), ones(rest - 5)),
        rest => return format!("{}{}", tens(number), ones(rest)),
    };
    format!("{}{unit}", tens(number))
}

fn tens(number: u32) -> String {
    (0..number / 10).map(|_| 'X').collect()
}

fn ones(number: u32) -> String {
    (0..number).map(|_| 'I').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        let mut reader = Reader::new(&Language::french());
        let numbers = reader.words(text);
        let (words, _) = reader.into_words();
        numbers.into_iter().map(|number| words[number].stem.clone()).collect()
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        assert_eq!(stems("hydrogène"), stems("HYDROGÈNES"));
        assert_eq!(stems("labellisé"), stems("labellisés"));
        assert_eq!(stems("de l’Œuvre"), stems("oeuvres"));
    }

    #[test]
    fn what_says_nothing_is_left_out_unless_it_is_a_name() {
        assert_eq!(stems("Avec tes pôles, TES a"), ["pol", "te"]);
    }

    #[test]
    fn numerals_are_numbers() {
        assert_eq!(stems("V"), ["v", "5"]);
        assert_eq!(stems("5"), ["5", "v"]);
        let all: Vec<String> = (1..=20).map(roman).collect();
        assert_eq!(all.join(" "), "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX");
        assert_eq!(stems("2019"), ["2019"]);
        assert_eq!(stems("i"), ["i"]);
    }

    #[test]
    fn folding_leaves_letters_of_any_script() {
        assert_eq!(fold("ÉLÉMENT d’Œuvre"), "element d’oeuvre");
        assert_eq!(fold("Řeka Ωδή"), "reka ωδη");
    }
}
