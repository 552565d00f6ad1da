//! The few words at which a statement may stand, told apart from all others at little cost.

/// Words that some finder looks at.
const TRIGGERS: [&str; 42] = [
    "actuelle",
    "actuellement",
    "après-demain",
    "aujourd",
    "avant-hier",
    "bientôt",
    "cette",
    "commissaire",
    "dans",
    "trésorière",
    "demain",
    "dernier",
    "derniers",
    "dernière",
    "dernières",
    "directeur",
    "directrice",
    "délégué",
    "déléguée",
    "hier",
    "jour",
    "maire",
    "matin",
    "ministre",
    "mois-ci",
    "moment",
    "passé",
    "passée",
    "prochain",
    "prochaine",
    "prochainement",
    "préfet",
    "préfète",
    "président",
    "présidente",
    "récemment",
    "secrétaire",
    "soir",
    "vice-président",
    "vice-présidente",
    "y",
    "trésorier",
];

const SIZE: usize = 1 << 13;

/// For each first and middle byte and length, the number of the trigger that has them, from 1.
static NUMBERS: [u8; SIZE] = numbers();

const fn numbers() -> [u8; SIZE] {
    let mut table = [0; SIZE];
    let mut number = 0;
    while (number as usize) < TRIGGERS.len() {
        let place = key(TRIGGERS[number as usize].as_bytes());
        number += 1;
        assert!(table[place] == 0, "two triggers have one key: it must look at other bytes");
        table[place] = number;
    }
    table
}

const fn key(word: &[u8]) -> usize {
    match word {
        [] => 0,
        [first, ..] => {
            let middle = word[word.len() / 2] as usize;
            (*first as usize & 31) | (middle & 31) << 5 | (word.len() & 7) << 10
        }
    }
}

/// Whether a word in small letters is a trigger.
#[inline]
pub fn is_trigger(word: &[u8]) -> bool {
    let number = usize::from(NUMBERS[key(word)]);
    TRIGGERS.get(number.wrapping_sub(1)).is_some_and(|trigger| trigger.as_bytes() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggers_pass_and_other_words_do_not() {
        assert!(TRIGGERS.iter().all(|word| is_trigger(word.as_bytes())));
        assert!(!["le", "pôle", "dons", "présidant", "a", ""].iter().any(|word| is_trigger(word.as_bytes())));
    }
}
