package io.plumbline.access.factors;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what browsers are asked, reads and verifies what they answer, by Spring Security's WebAuthn. Stores nothing. */
@Component
class PasskeyVerifier {
    private static final String NAME = "Plumbline";
    private static final String HANDLE_PURPOSE = "passkey user";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PasskeySite site;
    private final KeyedHash hashes;

    PasskeyVerifier(PasskeySite site, KeyedHash hashes) {
        this.site = site;
        this.hashes = hashes;
    }

    /** Thrown if an answer is not right. */
    static final class NotVerified extends Exception {
        private static final long serialVersionUID = 1L;

        private final PasskeyResult result;

        NotVerified(PasskeyResult result, @Nullable Throwable cause) {
            super(result.cause(), cause);
            this.result = result;
        }

        PasskeyResult result() {
            return result;
        }
    }

    /**
     * What a browser says that it signed.
     *
     * @param origin the page that asked for it
     */
    record ClientData(byte[] challenge, String origin) {}

    /** Returns what a browser is asked to make a passkey from. */
    PublicKeyCredentialCreationOptions toCreate(
            StaffId account, String username, String displayName, List<PublicKeyCredentialDescriptor> existing) {
        var handle = hashes.hash(HANDLE_PURPOSE, account.value().toString());
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(handle))
                        .name(username)
                        .displayName(displayName)
                        .build())
                .challenge(Bytes.random())
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(existing)
                .timeout(TIMEOUT)
                .build();
    }

    /** Returns what a browser is asked to sign. */
    PublicKeyCredentialRequestOptions toSign(byte[] challenge, List<PublicKeyCredentialDescriptor> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge))
                .rpId(site.host())
                .allowCredentials(allowed)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(TIMEOUT)
                .build();
    }

    /** Returns options as the JSON that a browser gets. */
    String written(Object options) {
        return json.writeValueAsString(options);
    }

    PublicKeyCredential<AuthenticatorAssertionResponse> readAssertion(String answer) throws NotVerified {
        return read(answer, new TypeReference<>() {});
    }

    private PublicKeyCredential<AuthenticatorAttestationResponse> readAttestation(String answer) throws NotVerified {
        return read(answer, new TypeReference<>() {});
    }

    private <R extends AuthenticatorResponse> PublicKeyCredential<R> read(
            String answer, TypeReference<PublicKeyCredential<R>> type) throws NotVerified {
        try {
            var read = Optional.ofNullable(json.readValue(answer, type));
            return read.filter(credential -> isWhole(credential))
                    .orElseThrow(() -> new NotVerified(PasskeyResult.UNREADABLE, null));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new NotVerified(PasskeyResult.UNREADABLE, unreadable);
        }
    }

    /** A request can leave out anything. */
    private static boolean isWhole(PublicKeyCredential<?> credential) {
        Object id = credential.getRawId();
        Object response = credential.getResponse();
        return id != null
                && response instanceof AuthenticatorResponse sent
                && Optional.ofNullable(sent.getClientDataJSON()).isPresent()
                && switch (sent) {
                    case AuthenticatorAssertionResponse signed ->
                        Optional.ofNullable(signed.getAuthenticatorData()).isPresent()
                                && Optional.ofNullable(signed.getSignature()).isPresent();
                    case AuthenticatorAttestationResponse made ->
                        Optional.ofNullable(made.getAttestationObject()).isPresent();
                    default -> false;
                };
    }

    ClientData clientData(PublicKeyCredential<?> credential) throws NotVerified {
        try {
            var data = json.readTree(
                    new String(credential.getResponse().getClientDataJSON().getBytes(), StandardCharsets.UTF_8));
            return new ClientData(
                    Bytes.fromBase64(data.path("challenge").asString("")).getBytes(),
                    data.path("origin").asString(""));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new NotVerified(PasskeyResult.UNREADABLE, unreadable);
        }
    }

    /** Returns the passkey that a browser made, with what the device said of it. */
    Made verifyMade(PasskeySetUp asked, String answer) throws NotVerified {
        var credential = readAttestation(answer);
        var origin = ourOrigin(clientData(credential));
        try {
            var record = operations(new One(null), origin)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked.options(), new RelyingPartyPublicKey(credential, asked.label())));
            return new Made(record, credential.getResponse().getAttestationObject());
        } catch (WebAuthnException | IllegalArgumentException notRight) {
            throw new NotVerified(PasskeyResult.WRONG, notRight);
        }
    }

    /** A new passkey. */
    record Made(CredentialRecord record, Bytes attestation) {}

    /** Verifies what a passkey signed; returns the counter of its device. */
    long verifySigned(PublicKeyCredential<AuthenticatorAssertionResponse> answer, CredentialRecord passkey)
            throws NotVerified {
        var data = clientData(answer);
        var one = new One(passkey);
        try {
            operations(one, ourOrigin(data))
                    .authenticate(new RelyingPartyAuthenticationRequest(toSign(data.challenge(), List.of()), answer));
        } catch (MaliciousCounterValueException backward) {
            throw new NotVerified(PasskeyResult.COUNTER, backward);
        } catch (WebAuthnException | IllegalArgumentException notRight) {
            throw new NotVerified(PasskeyResult.WRONG, notRight);
        }
        var before = passkey.getSignatureCount();
        var count = one.saved == null ? before : one.saved.getSignatureCount();
        // a device that does not count says 0 each time
        if ((count > 0 || before > 0) && count <= before) {
            throw new NotVerified(PasskeyResult.COUNTER, null);
        }
        return count;
    }

    /** Returns the origin of an answer if it is ours: the browser has said it, and only pages of ours may ask. */
    String ourOrigin(ClientData data) throws NotVerified {
        if (!site.isOurs(data.origin())) {
            throw new NotVerified(PasskeyResult.OTHER_SITE, null);
        }
        return data.origin();
    }

    private Webauthn4JRelyingPartyOperations operations(One one, String origin) {
        return new Webauthn4JRelyingPartyOperations(one, one, party(), Set.of(origin));
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder().id(site.host()).name(NAME).build();
    }

    /** Gives Spring Security the one passkey in question, and keeps what it would store. */
    private static final class One implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
        private final @Nullable CredentialRecord passkey;
        private @Nullable CredentialRecord saved;

        One(@Nullable CredentialRecord passkey) {
            this.passkey = passkey;
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
            return passkey;
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes handle) {
            return passkey == null ? List.of() : List.of(passkey);
        }

        @Override
        public void save(CredentialRecord changed) {
            saved = changed;
        }

        @Override
        public PublicKeyCredentialUserEntity findById(Bytes handle) {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(handle)
                    .name("")
                    .displayName("")
                    .build();
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
            return null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new UnsupportedOperationException("Nothing is stored here");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("Nothing is stored here");
        }
    }
}
