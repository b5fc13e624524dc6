window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1580000000000000001",
      "id": "1580000000000000001",
      "full_text": "Bread &amp; butter, &lt;3 as ever",
      "created_at": "Wed Oct 19 20:07:25 +0000 2022",
      "favorite_count": "12",
      "source": "<a href=\"https://example.org\">Some phone</a>",
      "in_reply_to_status_id_str": "1570000000000000009"
    }
  },
  {
    "tweet": {
      "id_str": "1580000000000000002",
      "full_text": "RT @other: not mine",
      "created_at": "Wed Oct 19 21:07:25 +0000 2022",
      "favorite_count": "0"
    }
  },
  {
    "tweet": {
      "id_str": "1580000000000000003",
      "full_text": "På väg hem",
      "created_at": "Thu Oct 20 06:00:00 +0200 2022",
      "favorite_count": "0",
      "lang": "sv"
    }
  },
  {
    "noteTweet": {
      "noteTweetId": "1580000000000000004",
      "core": {
        "text": "A long one, in full"
      },
      "createdAt": "2023-02-01T10:00:00.000Z"
    }
  }
]
