package io.plumbline.access.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, and the browser before it, for tests: it answers what the portal asks. */
public final class PasskeySteps {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private final byte[] credential = new byte[32];
    private String userHandle = "";
    private String site = "localhost";
    private int count;
    private int step = 1;
    private boolean isVerified = true;

    public PasskeySteps() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(credential);
    }

    /** Makes the device sign with this counter next. */
    public PasskeySteps countFrom(int next) {
        count = next - step;
        return this;
    }

    /** Makes the device not count, as devices do that copy passkeys among each other. */
    public PasskeySteps withoutCounter() {
        count = 0;
        step = 0;
        return this;
    }

    /** Makes the device not ask for fingerprint, face or PIN. */
    public PasskeySteps unverified() {
        isVerified = false;
        return this;
    }

    /** Makes the device believe that the portal is another site. */
    public PasskeySteps at(String host) {
        site = host;
        return this;
    }

    /** Makes the device name another user. */
    public PasskeySteps of(String handle) {
        userHandle = handle;
        return this;
    }

    /** Makes the passkey; returns what the browser sends. */
    public String create(String asked, String origin) {
        var options = JSON.readTree(asked);
        userHandle = options.path("user").path("id").asString();
        var data = authenticatorData(ATTESTED, cose());
        var attestation = joined(
                hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                new byte[] {(byte) data.length},
                data);
        return answer("""
                "attestationObject":"%s","transports":["internal"]""".formatted(text(attestation)), clientData(options, "webauthn.create", origin));
    }

    /** Signs; returns what the browser sends. */
    public String sign(String asked, String origin) {
        var client = clientData(JSON.readTree(asked), "webauthn.get", origin);
        var data = authenticatorData(0, new byte[0]);
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(data);
            signer.update(sha256(client));
            return answer("""
                    "authenticatorData":"%s","signature":"%s","userHandle":"%s\"""".formatted(text(data), text(signer.sign()), userHandle), client);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(String response, byte[] client) {
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                "response":{%2$s,"clientDataJSON":"%3$s"}}""".formatted(text(credential), response, text(client));
    }

    private static byte[] clientData(JsonNode options, String type, String origin) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, options.path("challenge").asString(), origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] key) {
        count += step;
        return ByteBuffer.allocate(37 + (key.length == 0 ? 0 : 18 + credential.length + key.length))
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (isVerified ? VERIFIED : 0) | flags))
                .putInt(count)
                .put(
                        key.length == 0
                                ? key
                                : joined(new byte[16], new byte[] {0, (byte) credential.length}, credential, key))
                .array();
    }

    /** The public key as COSE writes it: ES256 on P-256. */
    private byte[] cose() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return joined(
                hex("a5010203262001215820"),
                number(point.getAffineX().toByteArray()),
                hex("225820"),
                number(point.getAffineY().toByteArray()));
    }

    private static byte[] number(byte[] signed) {
        var number = new byte[32];
        var from = Math.max(0, signed.length - number.length);
        System.arraycopy(signed, from, number, number.length - (signed.length - from), signed.length - from);
        return number;
    }

    private static byte[] joined(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
