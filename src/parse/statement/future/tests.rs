//! What is future and what is not.

use super::super::reader::testing::claims;

#[test]
fn future_wordings_are_found() {
    for (text, words) in [
        ("La réunion aura lieu le 27 mars 2017 à Lyon.", "aura lieu le 27 mars 2017"),
        ("Les candidatures seront closes le 19 octobre 2018.", "seront closes le 19 octobre 2018"),
        ("La fusion est attendue pour juin 2020.", "est attendue pour juin 2020"),
        ("Déposez votre dossier avant le 19 octobre 2018.", "Déposez votre dossier avant le 19 octobre 2018"),
        ("L'appel est ouvert jusqu'au 7 octobre 2022.", "est ouvert jusqu'au 7 octobre 2022"),
        ("D'ici à 2022, le pôle veut grandir.", "D'ici à 2022"),
        ("Vous avez jusqu'au 30 septembre 2026.", "avez jusqu'au 30 septembre 2026"),
        ("Le label expirera le 31 décembre 2022.", "expirera le 31 décembre 2022"),
        ("Inscrivez-vous au plus tard le 3 mars 2026.", "Inscrivez-vous au plus tard le 3 mars 2026"),
        ("L'école doit être livrée en mars 2024.", "doit être livrée en mars 2024"),
        ("Le 27 mars 2017 se tiendra l'assemblée.", "27 mars 2017 se tiendra"),
        ("Le salon se tiendra du 3 au 5 mars 2023.", "se tiendra du 3 au 5 mars 2023"),
    ] {
        assert_eq!(claims(text), [words], "{text}");
    }
}

#[test]
fn the_past_and_conditions_are_left() {
    for text in [
        "La fusion était attendue pour juin 2020.",
        "Avant le 1er janvier 2016, la région avait un autre nom.",
        "Les pôles nés avant le 1er janvier 2016 peuvent candidater.",
        "La liste est annoncée le 27 mars 2023, et deux pôles s'y ajoutent le 8 janvier 2024.",
        "Le pôle sera créé en 2005 et rejoindra la phase I.",
        "Les résultats de l'appel du 27 juillet 2018 seront publiés.",
        "Le pôle naîtra en mars 2005.",
        "Créé en 2005, le pôle gagnera Lyon en mars 2010.",
        "Le pôle entra dans la phase en mars 2005.",
        "L'entreprise doit être inscrite avant le 1er janvier 2020.",
        "L'entreprise doit avoir été créée avant le 1er janvier 2020.",
        "Vous pouvez candidater si vous êtes nés avant le 1er janvier 2020.",
    ] {
        assert_eq!(claims(text), [""; 0], "{text}");
    }
}
