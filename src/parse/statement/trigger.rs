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

/// For each pair of ends and length, whether some trigger has them.
static MAY_BE: [bool; SIZE] = may_be();

const fn may_be() -> [bool; SIZE] {
    let mut table = [false; SIZE];
    let mut index = 0;
    while index < TRIGGERS.len() {
        table[key(TRIGGERS[index].as_bytes())] = true;
        index += 1;
    }
    table
}

const fn key(word: &[u8]) -> usize {
    match word {
        [] => 0,
        [one] => (*one as usize & 31) | (*one as usize & 31) << 5 | 1 << 10,
        [first, .., last] => (*first as usize & 31) | (*last as usize & 31) << 5 | (word.len() & 7) << 10,
    }
}

/// Whether a word in small letters may be a trigger: most are not.
#[inline]
pub fn may_be_trigger(word: &[u8]) -> bool {
    MAY_BE[key(word)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggers_pass_and_plain_words_do_not() {
        assert!(TRIGGERS.iter().all(|word| may_be_trigger(word.as_bytes())));
        assert!(
            !["le", "pôle", "est", "une", "région", ""].iter().any(|word| may_be_trigger(word.as_bytes()))
        );
    }
}
