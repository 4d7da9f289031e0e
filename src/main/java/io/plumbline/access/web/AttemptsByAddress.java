package io.plumbline.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.plumbline.access.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** Limits attempts per minute by address; for IPv6, by network. */
class AttemptsByAddress {
    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private final int perMinute;

    AttemptsByAddress(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one attempt; returns the nanoseconds to wait, or 0 if the attempt is allowed. */
    long take(HttpServletRequest request) {
        return addresses
                .get(ClientNetwork.of(request.getRemoteAddr()), network -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill();
    }
}
