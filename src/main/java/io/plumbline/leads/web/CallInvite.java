package io.plumbline.leads.web;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Transparency;
import io.plumbline.shared.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the time of the call for the person's calendar. Builds the entry from the URL alone, without a database query;
 * names neither the caller nor the reason, since other people may read a calendar.
 */
@RestController
class CallInvite {
    private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FARTHEST = Duration.ofDays(800);

    private final MessageSource messages;
    private final Clock clock;

    CallInvite(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/" + Routes.BOOK + "/call.ics")
    ResponseEntity<String> call(
            @RequestParam(name = "at") String first,
            @RequestParam(name = "until") String last,
            @RequestParam String reference,
            Locale language) {
        var now = clock.instant();
        var at = read(first);
        var until = read(last);
        if (at == null
                || until == null
                || !REFERENCE.matcher(reference).matches()
                || until.isBefore(at)
                || at.isBefore(now.minus(FARTHEST))
                || until.isAfter(now.plus(FARTHEST))) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("call.ics")
                                .build()
                                .toString())
                .body(Biweekly.write(calendar(at, until, reference, now, new PublicWords(messages, language)))
                        .go());
    }

    private static @Nullable Instant read(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    private static ICalendar calendar(Instant at, Instant until, String reference, Instant now, PublicWords words) {
        var call = new VEvent();
        // a fixed UID, so that adding the call twice makes one entry
        call.setUid(reference + "@plumbline");
        call.setDateTimeStamp(Date.from(now));
        call.setSummary(words.of("invite.summary"));
        call.setDescription(words.of("invite.description", reference));
        call.setDateStart(Date.from(at));
        call.setDateEnd(Date.from(until));
        call.setTransparency(Transparency.transparent());
        var calendar = new ICalendar();
        calendar.setProductId("-//Plumbline//EN");
        calendar.addEvent(call);
        return calendar;
    }
}
