package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Encrypts secrets for the database, with a key for each account that is derived from the key of the audit trail. */
@Component
class FactorCipher {
    private static final String PURPOSE = "second factor key";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash keys;

    FactorCipher(KeyedHash keys) {
        this.keys = keys;
    }

    /** Returns nonce and encrypted secret. Only the same account can decrypt them. */
    byte[] encrypt(StaffId account, FactorSecret secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted = run(Cipher.ENCRYPT_MODE, account, nonce, secret.bytes());
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /**
     * Decrypts a secret.
     *
     * @throws IllegalStateException if it was changed in the database, is of another account, or the key of the audit
     *     trail is another one
     */
    FactorSecret decrypt(StaffId account, byte[] stored) {
        var all = ByteBuffer.wrap(stored);
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var encrypted = new byte[all.remaining()];
        all.get(encrypted);
        return new FactorSecret(run(Cipher.DECRYPT_MODE, account, nonce, encrypted));
    }

    private byte[] run(int mode, StaffId account, byte[] nonce, byte[] input) {
        var id = account.value().toString();
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, new SecretKeySpec(keys.hash(PURPOSE, id), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of the second factor of account " + id + " cannot be read", e);
        }
    }
}
