namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Answers of the AWS CLI about one small account.</summary>
internal static class Answers
{
    public const string Details = "account-authorization-details.json";

    /// <summary>
    /// Alice is in the group Admins and has a policy of either kind; bob has nothing; bobby has a permissions boundary.
    /// </summary>
    public const string AccountDetails =
        """
        {
            "UserDetailList": [
                {
                    "Path": "/staff/",
                    "UserName": "alice",
                    "UserId": "AIDA1",
                    "Arn": "arn:aws:iam::111122223333:user/staff/alice",
                    "CreateDate": "2024-01-01T00:00:00+00:00",
                    "UserPolicyList": [
                        {
                            "PolicyName": "inline",
                            "PolicyDocument": {
                                "Version": "2012-10-17",
                                "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }
                            }
                        }
                    ],
                    "GroupList": ["Admins"],
                    "AttachedManagedPolicies": [
                        { "PolicyName": "Own", "PolicyArn": "arn:aws:iam::111122223333:policy/Own" }
                    ],
                    "Tags": [{ "Key": "team", "Value": "a,b" }]
                },
                {
                    "Path": "/",
                    "UserName": "bob",
                    "UserId": "AIDA2",
                    "Arn": "arn:aws:iam::111122223333:user/bob",
                    "CreateDate": "2024-01-01T00:00:00+00:00",
                    "GroupList": [],
                    "AttachedManagedPolicies": []
                },
                {
                    "Path": "/",
                    "UserName": "bobby",
                    "UserId": "AIDA3",
                    "Arn": "arn:aws:iam::111122223333:user/bobby",
                    "CreateDate": "2024-01-01T00:00:00+00:00",
                    "GroupList": ["Admins"],
                    "PermissionsBoundary": {
                        "PermissionsBoundaryType": "Policy",
                        "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/Own"
                    }
                }
            ],
            "GroupDetailList": [
                {
                    "Path": "/",
                    "GroupName": "Admins",
                    "GroupId": "AGPA1",
                    "Arn": "arn:aws:iam::111122223333:group/Admins",
                    "CreateDate": "2024-01-01T00:00:00+00:00",
                    "GroupPolicyList": [],
                    "AttachedManagedPolicies": [
                        { "PolicyName": "AdministratorAccess", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }
                    ]
                }
            ],
            "RoleDetailList": [
                {
                    "Path": "/",
                    "RoleName": "Reader",
                    "RoleId": "AROA1",
                    "Arn": "arn:aws:iam::111122223333:role/Reader",
                    "CreateDate": "2024-01-01T00:00:00+00:00",
                    "AssumeRolePolicyDocument": "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D",
                    "InstanceProfileList": [
                        {
                            "Path": "/",
                            "InstanceProfileName": "Reader",
                            "InstanceProfileId": "AIPA1",
                            "Arn": "arn:aws:iam::111122223333:instance-profile/Reader",
                            "CreateDate": "2024-01-01T00:00:00+00:00",
                            "Roles": []
                        }
                    ],
                    "RolePolicyList": [],
                    "AttachedManagedPolicies": [],
                    "RoleLastUsed": { "LastUsedDate": "2025-12-01T00:00:00+00:00", "Region": "eu-west-1" }
                }
            ],
            "Policies": [
                {
                    "PolicyName": "Own",
                    "PolicyId": "ANPA1",
                    "Arn": "arn:aws:iam::111122223333:policy/Own",
                    "Path": "/",
                    "DefaultVersionId": "v2",
                    "AttachmentCount": 1,
                    "PermissionsBoundaryUsageCount": 1,
                    "IsAttachable": true,
                    "CreateDate": "2024-01-01T00:00:00+00:00",
                    "UpdateDate": "2024-01-01T00:00:00+00:00",
                    "PolicyVersionList": [
                        {
                            "Document": { "Version": "2012-10-17", "Statement": [] },
                            "VersionId": "v1",
                            "IsDefaultVersion": false,
                            "CreateDate": "2024-01-01T00:00:00+00:00"
                        },
                        {
                            "Document": {
                                "Version": "2012-10-17",
                                "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
                            },
                            "VersionId": "v2",
                            "IsDefaultVersion": true,
                            "CreateDate": "2024-01-01T00:00:00+00:00"
                        }
                    ]
                },
                {
                    "PolicyName": "AdministratorAccess",
                    "PolicyId": "ANPA2",
                    "Arn": "arn:aws:iam::aws:policy/AdministratorAccess",
                    "Path": "/",
                    "DefaultVersionId": "v1",
                    "AttachmentCount": 1,
                    "IsAttachable": true,
                    "CreateDate": "2015-01-01T00:00:00+00:00",
                    "UpdateDate": "2015-01-01T00:00:00+00:00",
                    "PolicyVersionList": []
                }
            ]
        }
        """;

    public const string AccessKeys =
        """
        {
            "AccessKeyMetadata": [
                {
                    "UserName": "bobby",
                    "AccessKeyId": "****************1AAA",
                    "Status": "Active",
                    "CreateDate": "2025-06-01T00:00:00+00:00"
                },
                {
                    "UserName": "bobby",
                    "AccessKeyId": "****************2AAA",
                    "Status": "Inactive",
                    "CreateDate": "2027-06-01T00:00:00+00:00"
                }
            ]
        }
        """;

    public const string MfaDevices =
        """
        {
            "MFADevices": [
                {
                    "UserName": "alice",
                    "SerialNumber": "arn:aws:iam::111122223333:mfa/alice",
                    "EnableDate": "2024-03-01T09:00:00+00:00"
                },
                {
                    "UserName": "bob",
                    "SerialNumber": "GAHT12345678",
                    "EnableDate": "2024-03-01T09:00:00+00:00"
                }
            ]
        }
        """;

    public const string VirtualMfaDevices =
        """
        {
            "VirtualMFADevices": [
                {
                    "SerialNumber": "arn:aws:iam::111122223333:mfa/alice",
                    "User": {
                        "Path": "/staff/",
                        "UserName": "alice",
                        "UserId": "AIDA1",
                        "Arn": "arn:aws:iam::111122223333:user/staff/alice",
                        "CreateDate": "2024-01-01T00:00:00+00:00"
                    },
                    "EnableDate": "2024-03-01T09:00:00+00:00"
                },
                { "SerialNumber": "arn:aws:iam::111122223333:mfa/root-account-mfa-device" }
            ]
        }
        """;

    public const string PasswordPolicy =
        """
        {
            "PasswordPolicy": {
                "MinimumPasswordLength": 14,
                "RequireSymbols": true,
                "RequireNumbers": true,
                "RequireUppercaseCharacters": true,
                "RequireLowercaseCharacters": false,
                "AllowUsersToChangePassword": true,
                "ExpirePasswords": false,
                "PasswordReusePrevention": 24
            }
        }
        """;

    public const string ServerCertificates =
        """
        {
            "ServerCertificateMetadataList": [
                {
                    "Path": "/",
                    "ServerCertificateName": "old",
                    "ServerCertificateId": "ASCA1",
                    "Arn": "arn:aws:iam::111122223333:server-certificate/old",
                    "UploadDate": "2020-01-01T00:00:00+00:00",
                    "Expiration": "2025-12-31T23:59:59+00:00"
                },
                {
                    "Path": "/",
                    "ServerCertificateName": "good",
                    "ServerCertificateId": "ASCA2",
                    "Arn": "arn:aws:iam::111122223333:server-certificate/good",
                    "UploadDate": "2020-01-01T00:00:00+00:00",
                    "Expiration": "2027-01-01T00:00:00+00:00"
                }
            ]
        }
        """;

    public const string SamlProviders =
        """
        {
            "SAMLProviderList": [
                {
                    "Arn": "arn:aws:iam::111122223333:saml-provider/Corp",
                    "ValidUntil": "2124-01-01T00:00:00+00:00",
                    "CreateDate": "2024-01-01T00:00:00+00:00"
                }
            ]
        }
        """;

    public const string OidcProviders =
        """
        {
            "OpenIDConnectProviderList": [
                { "Arn": "arn:aws:iam::111122223333:oidc-provider/token.actions.example.com" }
            ]
        }
        """;

    public const string Aliases = """{ "AccountAliases": ["corp-prod"] }""";

    public const string Features =
        """{ "OrganizationId": "o-1", "EnabledFeatures": ["RootSessions", "RootCredentialsManagement"] }""";

    public static (string Name, string Text)[] All { get; } =
    [
        (Details, AccountDetails),
        ("access-keys.json", AccessKeys),
        ("mfa-devices.json", MfaDevices),
        ("virtual-mfa-devices.json", VirtualMfaDevices),
        ("account-password-policy.json", PasswordPolicy),
        ("server-certificates.json", ServerCertificates),
        ("saml-providers.json", SamlProviders),
        ("open-id-connect-providers.json", OidcProviders),
        ("account-aliases.json", Aliases),
        ("organizations-features.json", Features),
    ];
}
