package io.plumbline.leads.web;

import io.plumbline.access.SystemActor;
import io.plumbline.leads.requests.FieldError;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.Receipt;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.shared.Routes;
import io.plumbline.shared.store.StoreAway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The booking form as a JSON endpoint for the clinic's own website; see docs/booking-form.md. */
@RestController
class PublicConsultations {
    static final String ADDRESS = Routes.PUBLIC_ENDPOINTS + "/consultations";

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,255}");

    /** Rejects requests with a duplicate field, because it is unclear which value counts. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final PublicIntake intake;
    private final SystemActor system;
    private final ResponseTargets targets;
    private final PublicWords words;

    PublicConsultations(PublicIntake intake, SystemActor system, ResponseTargets targets, MessageSource messages) {
        this.intake = intake;
        this.system = system;
        this.targets = targets;
        words = new PublicWords(messages, Locale.ENGLISH);
    }

    /**
     * The answer to an accepted request.
     *
     * @param promise when the clinic calls, in the words of the public page
     * @param emergency what the person must read first; null if no answer requires it
     */
    record Answer(
            String reference, String promise, @Nullable Emergency emergency) {}

    /** The emergency notice and the numbers to call at once. */
    record Emergency(String notice, List<String> numbers) {}

    @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> receive(InputStream body, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            return Problems.of(List.of(new FieldError(KEY, "A key must have 1 to 255 printable ASCII characters")));
        }
        var bytes = body.readNBytes(PublicLimits.LONGEST_BODY + 1);
        if (bytes.length > PublicLimits.LONGEST_BODY) {
            return Problems.of(HttpStatus.CONTENT_TOO_LARGE, Problems.TOO_LARGE);
        }
        var request = parsed(bytes);
        if (request.isEmpty()) {
            return Problems.of(HttpStatus.BAD_REQUEST, "Send one JSON object in UTF-8");
        }
        return switch (system.call(() -> intake.receive(RequestChannel.JSON, key, request.get(), Sender.PERSON))) {
            case Receipt.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED).body(answer(accepted));
            case Receipt.Refused refused -> Problems.of(refused.errors());
            case Receipt.OtherUnderSameKey() ->
                Problems.of(HttpStatus.CONFLICT, "Another request was accepted under this " + KEY);
        };
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> storeIsAway(RuntimeException failure) {
        if (!StoreAway.isCauseOf(failure)) {
            throw failure;
        }
        return Problems.away();
    }

    /** Serves the OpenAPI description of the endpoint. */
    @GetMapping(path = Routes.PUBLIC_ENDPOINTS + "/openapi.yaml", produces = "application/yaml")
    Resource description() {
        return new ClassPathResource("api/openapi.yaml");
    }

    private Answer answer(Receipt.Accepted accepted) {
        return new Answer(
                accepted.reference(),
                targets.describe(accepted, words).sentences(),
                accepted.mustNotWait()
                        ? new Emergency(
                                words.of("emergency.notice"),
                                accepted.emergencyNumbers().stream().sorted().toList())
                        : null);
    }

    private static Optional<JsonNode> parsed(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(STRICT.readTree(text.toString())).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
