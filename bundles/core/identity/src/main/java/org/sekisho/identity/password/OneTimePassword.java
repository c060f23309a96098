package org.sekisho.identity.password;

import java.security.SecureRandom;

/** A password for the first sign-on: 18 characters of an alphabet of 31 without look-alikes, some 89 bits, in groups of six. */
public final class OneTimePassword {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int GROUPS = 3;
    private static final int GROUP = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** A fresh one: {@code k7mp2r-t9xw4c-hb3ny6}. */
    public static char[] next() {
        char[] password = new char[GROUPS * (GROUP + 1) - 1];
        for (int i = 0; i < password.length; i++) {
            password[i] = i % (GROUP + 1) == GROUP ? '-' : ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()));
        }
        return password;
    }
}
