package org.sekisho.identity.password;

import org.sekisho.identity.Sentence;

/** One thing that a profile asks of a new password. */
interface Rule {

    boolean isMetBy(NewPassword password, NamesAround names);

    /** The rule itself, said to the person who has to meet it. */
    Sentence sentence();
}
