package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody who is signed in gave a wrong password to sign with. */
record ProofRefused(StaffId account) implements Recorded {
    @Override
    public String kind() {
        return "signature.refused";
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return "wrong password";
    }
}
