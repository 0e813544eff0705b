package io.commitpipeline.admin.lake;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The Data Lake with commit logs and archive.
 *
 * @param endpoint its dfs endpoint
 * @param accountName the storage account; needed with a key only
 * @param accountKey its shared key; without one the application's Azure credential is
 * used
 */
@Validated
@ConfigurationProperties("pipeline.lake")
record LakeProperties(@NotBlank String endpoint, String accountName, String accountKey) {

	@AssertTrue(message = "pipeline.lake.account-key needs pipeline.lake.account-name")
	boolean isAccountNamed() {
		return !hasKey() || StringUtils.hasText(this.accountName);
	}

	boolean hasKey() {
		return StringUtils.hasText(this.accountKey);
	}

	@Override
	public String toString() {
		return "LakeProperties[endpoint=" + this.endpoint + ", accountName=" + this.accountName + "]";
	}

}
