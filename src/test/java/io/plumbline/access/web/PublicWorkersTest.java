package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.PublicSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Of many who ask at once, two are worked on and the others are told to come again. */
class PublicWorkersTest {
    private static final int MANY = 60;

    private final PublicWorkers workers = new PublicWorkers(new PublicSettings(0, null, 2, 10, 20, 200, List.of()));

    @ParameterizedTest
    @ValueSource(strings = {"/book", "/api/public/consultations", "/invitation/some-link"})
    void nobodyWaitsForTwoWhoTakeForEver(String path) throws Exception {
        var inside = new AtomicInteger();
        var othersAreAnswered = new CountDownLatch(MANY - 2);
        var answers = new ArrayList<Future<MockHttpServletResponse>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                answers.add(people.submit(() -> {
                    var answer = new MockHttpServletResponse();
                    workers.doFilter(request(path), answer, (request, response) -> {
                        inside.incrementAndGet();
                        await(othersAreAnswered);
                    });
                    if (answer.getStatus() == 429) {
                        othersAreAnswered.countDown();
                    }
                    return answer;
                }));
            }
        }
        assertThat(inside).hasValue(2);
        for (var one : answers) {
            var answer = one.get();
            if (answer.getStatus() == 429) {
                assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("5 seconds");
            }
        }
    }

    @Test
    void whoIsSignedInIsNotCounted() throws Exception {
        var inside = new AtomicInteger();
        workers.doFilter(
                request("/book"),
                new MockHttpServletResponse(),
                (a, b) -> workers.doFilter(
                        request("/book"),
                        new MockHttpServletResponse(),
                        (c, d) -> workers.doFilter(
                                request("/patients"),
                                new MockHttpServletResponse(),
                                (e, f) -> inside.incrementAndGet())));
        assertThat(inside).hasValue(1);
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
