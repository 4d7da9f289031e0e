package io.plumbline.access.signin;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes the passwords of tests with as little work as Argon2 allows: together they took a tenth of all tests. */
@Component
@Profile("test")
class QuickHashes implements BeanPostProcessor {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_KB = 8;

    /** One more than the least, so that a hash of fewer can be told apart. */
    private static final int PASSES = 2;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder
                ? new FewHashesAtOnce(new DelegatingPasswordEncoder(
                        SignInConfig.ARGON2,
                        Map.of(
                                SignInConfig.ARGON2,
                                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, LEAST_KB, PASSES),
                                "bcrypt",
                                new BCryptPasswordEncoder())))
                : bean;
    }
}
